"""1. What deep learning is

Fill in what is marked TODO. Check your work with: kata check 01
Run this file to try your functions: python concepts.py
"""

# %% [markdown]
# # 1. What deep learning is
#
# Your phone finds the faces in a photograph, your browser translates a page, and a microphone turns
# speech into text. Behind all of these stands **deep learning**. In this course you will build it
# yourself, piece by piece. This first chapter asks what it is, what it can do, and what one had
# better not expect of it.
#
# There is nothing to program yet. You read five short sections and answer ten questions. Each of
# them describes a situation, and you need to think rather than to remember. It takes about 30
# minutes.
#
# ## How to answer
#
# Below each question stands a cell such as `q1 = None`. Put the letter of your choice in place of
# `None`, in quotes: `q1 = "A"`. Where the question says **choose all**, put all the letters that
# you choose into braces: `q5 = {"A", "B"}`. Such a question gives its point only when your choice
# is complete and nothing in it is wrong.

# %% [markdown]
# ## Three circles
#
# **Artificial intelligence** (AI) means that a computer has an intellectual ability: it uses
# knowledge, draws conclusions, recognises things, learns. There are two ways to get there.
#
# - **People write the rules and the knowledge down.** Three hundred rules for choosing a medicine,
#   written by doctors, make a program that gives advice. It is an intelligent IT system, and so it
#   is AI, although it never gets better by itself.
# - **The computer learns from examples.** AI with the ability to improve by learning is called
#   **machine learning**. There are many kinds: even a straight line, fitted to measured points by a
#   computer, is a simple one.
#
# **Deep learning** is one kind of machine learning: the kind that learns with **neural networks of
# many layers**. What a neuron and a layer are, you will see in chapter 2.
#
# (picture: Three nested circles. The outer one is artificial intelligence and also holds a program with
# rules by doctors; the middle one is machine learning and also holds a fitted straight line; the
# inner one is deep learning with a network of many layers)
#
# So the circles lie inside one another. Going outwards is always allowed: whatever lies in an inner
# circle lies in the outer ones too. Going inwards is not: a cat is an animal, but an animal need
# not be a cat.

# %% [markdown]
# ### Question 1
#
# A hospital uses three programs.
#
# - **P** advises on the dose of a medicine. It follows 300 rules that doctors wrote down.
# - **Q** predicts how many visitors will come tomorrow. A straight line was fitted to last year's
#   numbers; there is no neural network in it.
# - **R** finds broken bones in X-ray images. It is a neural network of 50 layers that was trained
#   with 40,000 images.
#
# Which sentence is right?
#
# - **A.** Q is machine learning, and therefore deep learning as well.
# - **B.** R is deep learning, and therefore something else than machine learning.
# - **C.** R is deep learning, therefore machine learning, and therefore AI.
# - **D.** P does not learn, and therefore it is not AI.

# %%
# TODO 1: the letter of your choice for question 1, in quotes.
q1 = None

# %% [markdown]
# ## Rules or examples?
#
# Take the digit 7. Try to write down what a handwritten 7 looks like: a stroke from left to right,
# then one down. And with a small bar across the middle? Slanted? With a hook at the start? Whatever
# you write, the next person writes a 7 that your rules don't cover, and a 1 that they do.
#
# This is the limit of writing rules, and machine learning breaks through it. Nobody tells the
# computer what a 7 is. It is given many images together with the right answers, and finds by itself
# what they have in common.
#
# (picture: Above: a person writes rules, the rules go into a program, and the program answers. Below:
# images with the right answers go into learning, learning makes a program, and the program
# answers)
#
# A computer of this kind has the **ability to learn** built in first, and gets its data afterwards.
# The very same program can learn cats and dogs today, and apples and pears tomorrow: only the
# examples change.
#
# The price: one needs examples, usually many, and their right answers. And what was learnt is not
# exact. Where the rule is known, short and exact, such as a price list or a formula, writing it
# down remains the better way: it is right every time, and anybody can read it.

# %% [markdown]
# ### Question 2
#
# A railway company wants two programs: one computes the fare from the printed table of distances
# and prices; the other reads telephone numbers that passengers have written by hand on
# lost-property forms. How would you make them?
#
# - **A.** Both by learning from examples, because that is the newer technique.
# - **B.** The fare by written rules, the handwriting by learning from examples.
# - **C.** The fare by learning from examples, the handwriting by written rules.
# - **D.** Both by written rules, because a computer can only do what somebody has written as a rule.

# %%
# TODO 2: the letter of your choice for question 2, in quotes.
q2 = None

# %% [markdown]
# ### Question 3
#
# For years the team of a post office has written rules for recognising handwritten digits. There
# are 2,000 rules by now, and every new handwriting needs another one. Now the team changes to
# machine learning. What do they gain?
#
# - **A.** They need neither rules nor examples any more: the computer finds out on its own.
# - **B.** The computer writes the missing rules for them, and they can read these and print them.
# - **C.** They need not test any more, since what a computer has learnt contains no mistakes.
# - **D.** They write no more rules. They collect images with right answers, and learning finds out
#   what tells the digits apart.

# %%
# TODO 3: the letter of your choice for question 3, in quotes.
q3 = None

# %% [markdown]
# ## What learning means
#
# The machinery is surprisingly simple: **make the error small, automatically.** Here is a case to
# follow by hand. A program has a single number $w$ that can be adjusted, and it predicts the price
# of $x$ kilograms of apples as $w \times x$. There are two examples: 1 kg costs 3 francs, and 2 kg
# cost 6. How far off is it? Take the differences, square them, and add them up: that is the
# **error**.
#
# | $w$ | predicted for 1 kg | for 2 kg | error |
# |---|---|---|---|
# | $1$ | $1$ (should be 3) | $2$ (should be 6) | $2^2 + 4^2 = 20$ |
# | $2$ | $2$ | $4$ | $1^2 + 2^2 = 5$ |
# | $3$ | $3$ | $6$ | $0$ |
#
# Nobody has told the program "a kilogram costs 3". It notices that the error falls when $w$ grows,
# and so it makes $w$ a little larger, and again, and again. Adjusting numbers until an error is as
# small as possible is called **optimisation**.
#
# A neural network learns in just this way, only with many numbers: they are the **weights** of the
# connections between its neurons. The network that you will train in chapter 8 has 50,890 numbers
# to adjust. It goes through its **training data** (the examples) again and again, and each time the
# weights change a little. With real data, the error gets smaller, but usually not 0, for real
# examples are never as neat as our apples:
#
# (picture: Left: measured points and the line that learning finds, at the start far below the points, then
# closer and closer. Right: the error on the training data falls steeply at first and then flattens
# out above 0)
#
# One thing about the curve on the right is easily overlooked. It shows the error **on the training
# data**, the examples that the weights were adjusted to.

# %% [markdown]
# ### Question 4
#
# A network has been trained for an hour on 60,000 images of digits. What has the computer done in
# that hour?
#
# - **A.** Changed the weights again and again, each time a little, so that the error on the training
#   images became smaller.
# - **B.** Stored the 60,000 images, so that it can look up the most similar one later.
# - **C.** Written a list of rules such as "a closed loop means 0 or 6".
# - **D.** Waited for people to look at its mistakes and to set the weights right by hand.

# %%
# TODO 4: the letter of your choice for question 4, in quotes.
q4 = None

# %% [markdown]
# ### Question 5 (choose all)
#
# A network goes through its training images five times. After each time the screen shows its error
# on the training images:
#
# | pass | 1 | 2 | 3 | 4 | 5 |
# |---|---|---|---|---|---|
# | error | 0.30 | 0.14 | 0.10 | 0.08 | 0.07 |
#
# Which of these statements follow from the five numbers **alone**? Choose all of them.
#
# - **A.** From pass to pass, the error on the training images became smaller.
# - **B.** On images that the network has never seen, its error is now 0.07 too.
# - **C.** If one only goes on long enough, the error will certainly become 0.
# - **D.** Each pass brought a smaller improvement than the one before.

# %%
# TODO 5: all the letters that you choose for question 5, such as {"A", "B"}.
q5 = None

# %% [markdown]
# ## What it can do, and what it can't
#
# Learning from examples works where examples can be had and a rule can't be written. That is a
# wide field:
#
# - **human language**: translating, answering, summarising;
# - **recognition**: sorting images, turning speech into text, finding things and faces in a picture;
# - **synthesis**: making a new picture or a new voice, filling in what is missing.
#
# What you don't get is **knowledge in visible form**. Open a trained network, and this is what you
# find:
#
# ```
# -1.012  -0.347  -0.081   0.075   0.286   0.569  -1.139   0.449  -0.576   0.308 ...
# ```
#
# Thousands of weights. None of them says "a 7 has a stroke on top". What the network knows is
# spread over all of them, and nobody can read it off them. (You will print this very table in
# chapter 8.) Nor do you get exactness or a guarantee: the answer is the one that fits the examples
# best, and now and then it is wrong.

# %% [markdown]
# ### Question 6 (choose all)
#
# A museum lists five wishes. For which of them is deep learning a suitable tool? Choose all.
#
# - **A.** Turn the sound recordings of guided tours into written text.
# - **B.** Guarantee that not a single face is missed in 10,000 old photographs.
# - **C.** Fill in the torn-off corner of a photograph so that it looks natural.
# - **D.** Add up the day's takings, exact to the last coin.
# - **E.** Find the places where people can be seen in the photographs, and mark most of them
#   rightly.

# %%
# TODO 6: all the letters that you choose for question 6, such as {"A", "B"}.
q6 = None

# %% [markdown]
# ### Question 7
#
# Your network recognises pneumonia in X-ray images. Of 1,000 images that it had never seen, it
# judged 960 rightly. A professor asks: "Print out the rules by which it decides, so that my
# students can learn them." What do you answer?
#
# - **A.** "Gladly. The rules are in the network's file, I only have to print it."
# - **B.** "Not yet. With more layers the rules will become readable."
# - **C.** "There are no rules in it, so it hasn't learnt anything. The 960 were luck."
# - **D.** "I can't. What it has learnt is spread over a great many weights. What I can show you is
#   how well it does on images."

# %%
# TODO 7: the letter of your choice for question 7, in quotes.
q7 = None

# %% [markdown]
# ## Does it work? Only data can tell
#
# Learning does not always succeed, and when it fails, **no error message appears**. The program
# runs to its end either way.
#
# - **Underfitting**: the network has learnt too little. It is often wrong, even on its training
#   data.
# - **Overfitting**: it has fitted itself to the training data so closely, accidents and all, that it
#   is good there and poor on new data. A pupil who has learnt last year's exam by heart knows all
#   its answers, and fails this year's.
# - **Other examples than in real life**: what never occurred in the examples can't be learnt from
#   them.
#
# (picture: The same seven training points three times. A level line misses most points: underfitting. A
# smooth curve passes close to the training points and to the new points: good. A wildly bending
# curve hits every training point exactly and misses the new points: overfitting)
#
# Look at the picture on the right: judged by the training points alone, the wild curve is the best
# of the three, for it hits them all. Only the new points give it away. Since nobody can read off
# the weights why a network works, this is the only way there is: **verify it with data that it was
# not trained on**, and whose right answers are known.
#
# The same holds for every question of the kind "is this network better than that one?". More layers
# *can* represent more. They can also overfit more, take longer to train, or gain nothing at all.
# How a network does can't be told from its size; it has to be measured.

# %% [markdown]
# ### Question 8 (choose all)
#
# A team trains a network to tell ripe strawberries from unripe ones. The training ends without an
# error message. Which of these statements are right? Choose all.
#
# - **A.** Training that ends without an error message has succeeded.
# - **B.** The network may be wrong about many strawberries, even among the training photographs.
# - **C.** The network may be right about nearly all training photographs, and often wrong about new
#   ones.
# - **D.** If the network is ever wrong, there must be a mistake in the program, for learning itself
#   always succeeds.
# - **E.** If all the training photographs were taken in sunshine, the network may fail in the rain,
#   however long it was trained.

# %%
# TODO 8: all the letters that you choose for question 8, such as {"A", "B"}.
q8 = None

# %% [markdown]
# ### Question 9
#
# Your network has learnt from 10,000 photographs, and now recognises 9,900 of them. From tomorrow
# on it is to sort the photographs of customers. What do you do first?
#
# - **A.** Nothing more: it is right for 99 of 100 photographs, so it will be right for 99 of 100
#   photographs of customers.
# - **B.** Let it judge photographs that it has never seen and whose right answers you know, and count
#   how often it is right.
# - **C.** Read the weights until you understand why it works; then you can be sure.
# - **D.** Train on until it recognises all 10,000; then it can't be wrong any more.

# %%
# TODO 9: the letter of your choice for question 9, in quotes.
q9 = None

# %% [markdown]
# ### Question 10
#
# A network of 3 layers is right about 97.5 % of new images. A colleague has trained one of 30
# layers on the same data and says: "It is deeper, therefore better. We'll take mine." What do you
# answer?
#
# - **A.** "You are right. An additional layer can do no harm, it can only add ability."
# - **B.** "You are wrong. More layers always lead to overfitting, so yours is worse."
# - **C.** "The number of layers doesn't tell us. Let us measure both on the same new images."
# - **D.** "The number of layers never matters. Only the number of training images does, so they are
#   equally good."

# %%
# TODO 10: the letter of your choice for question 10, in quotes.
q10 = None

# %% [markdown]
# ## Where to go from here
#
# Run the checks: they tell you which answers are not right yet, and why. Then keep three sentences
# in mind. Learning makes an error small, automatically. What it finds is not readable. So whether
# it works is shown by data that it has not seen. The last sentence comes back in chapters 8 and 9,
# where you put it into practice. Next, in chapter 2, comes the smallest part: one neuron.
