# %% [markdown] lang="en"
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
# %% [markdown] lang="ja"
# # 1. 深層学習
#
# スマートフォンは写真の中の顔を見つけ、Web ブラウザはページを翻訳し、マイクに話した声は文字になります。
# これらを支えているのが**深層学習（ディープラーニング）**です。このコースでは、
# それを部品から 1 つずつ、自分の手で作っていきます。最初のこの章では、深層学習とは何か、何ができるのか、
# 何を期待してはいけないのかを考えます。
#
# まだプログラムは書きません。5 つの短い節を読み、10 個の問題に答えます。どの問題にも、ある場面が出てきます。
# 覚えたことを思い出すのではなく、考えて答える問題です。30 分ほどかかります。
#
# ## 答え方
#
# 各問題の下に `q1 = None` のようなセルがあります。`None` の代わりに、選んだ選択肢の文字を引用符で囲んで、
# `q1 = "A"` のように書いてください。「**すべて選んでください**」とある問題では、選んだ文字をすべて波かっこに入れて、
# `q5 = {"A", "B"}` のように書きます。この種の問題は、過不足なく選べたときに 1 点になります。
# %% [markdown] lang="en"
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
# ![Three nested circles. The outer one is artificial intelligence and also holds a program with
# rules by doctors; the middle one is machine learning and also holds a fitted straight line; the
# inner one is deep learning with a network of many layers](picture:circles)
#
# So the circles lie inside one another. Going outwards is always allowed: whatever lies in an inner
# circle lies in the outer ones too. Going inwards is not: a cat is an animal, but an animal need
# not be a cat.
# %% [markdown] lang="ja"
# ## 3 つの円
#
# **人工知能**（AI）とは、コンピュータが知的な能力を持つことです。知識を使う、推論する、ものを認識する、学習する、
# といった能力です。そこへ至る道は 2 つあります。
#
# - **ルールや知識を人間が書く**：医師が書いた 300 個のルールで薬を選ぶプログラムは、助言をしてくれます。
#   知的な IT システムであり、自分で上達することはありませんが、これも AI です。
# - **コンピュータが例から学習する**：学習による上達の能力を持つ AI を、**機械学習**といいます。
#   いろいろな種類があります。測定した点に合う直線をコンピュータが求めるのも、簡単な機械学習です。
#
# **深層学習**は機械学習の一種で、**層の数が多いニューラルネットワーク**で学習するものです。
# ニューロンや層とは何かは、第 2 章で学びます。
#
# ![入れ子になった 3 つの円。いちばん外側が人工知能で、医師のルールを書いたプログラムも入っている。
# 真ん中が機械学習で、点に合わせた直線も入っている。いちばん内側が深層学習で、
# 層の多いネットワークが入っている](picture:circles)
#
# このように、円は入れ子になっています。外側へ進むのは、いつでも正しい言い方です。
# 内側の円に入るものは、外側の円にも必ず入るからです。しかし、内側へ進めるとは限りません。猫は動物ですが、
# 動物が猫とは限らないのと同じです。
# %% [markdown] lang="en"
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
# %% [markdown] lang="ja"
# ### 問題 1
#
# ある病院では、3 つのプログラムを使っています。
#
# - **P** は、薬の量について助言します。医師が書いた 300 個のルールに従います。
# - **Q** は、明日の来院者数を予測します。昨年の人数に直線を当てはめたもので、ニューラルネットワークは使っていません。
# - **R** は、X 線画像から骨折を見つけます。4 万枚の画像で学習した、50 層のニューラルネットワークです。
#
# 正しい文はどれですか。
#
# - **A.** Q は機械学習である。だから、深層学習でもある。
# - **B.** R は深層学習である。だから、機械学習とは別のものである。
# - **C.** R は深層学習である。だから機械学習であり、だから AI である。
# - **D.** P は学習しない。だから、AI ではない。
# %% task="q1"
# en: TODO 1: the letter of your choice for question 1, in quotes.
# ja: TODO 1: 問題 1 で選んだ文字を引用符で囲んで書きます。
### BEGIN SOLUTION -> q1 = None
q1 = "C"
### END SOLUTION
# %% grade="q1"
# %% [markdown] lang="en"
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
# ![Above: a person writes rules, the rules go into a program, and the program answers. Below:
# images with the right answers go into learning, learning makes a program, and the program
# answers](picture:two_ways)
#
# A computer of this kind has the **ability to learn** built in first, and gets its data afterwards.
# The very same program can learn cats and dogs today, and apples and pears tomorrow: only the
# examples change.
#
# The price: one needs examples, usually many, and their right answers. And what was learnt is not
# exact. Where the rule is known, short and exact, such as a price list or a formula, writing it
# down remains the better way: it is right every time, and anybody can read it.
# %% [markdown] lang="ja"
# ## ルールか、例か
#
# 数字の 7 を考えましょう。手書きの 7 がどんな形か、文章で説明してみてください。左から右へ線を引き、次に下へ。
# では、真ん中に短い横線がある 7 は。傾いた 7 は。書き始めにかぎがついた 7 は。どんなに書いても、
# ルールに当てはまらない 7 や、ルールに当てはまってしまう 1 を、誰かが書きます。
#
# これが、ルールを書くことの限界です。機械学習は、この限界を突破します。「7 とは何か」を人間が教えるのではありません。
# たくさんの画像を正解と一緒に与えると、コンピュータが、それらに共通するものを自分で見つけます。
#
# ![上は、人間がルールを書き、ルールがプログラムに入り、プログラムが答える。下は、画像と正解を学習に与え、
# 学習がプログラムを作り、プログラムが答える](picture:two_ways)
#
# このようなコンピュータには、まず**学習能力**を組み込んでおき、データはあとから与えます。同じプログラムが、
# 今日は猫と犬を、明日はりんごと梨を学習できます。変わるのは例だけです。
#
# その代わり、例と、その正解が必要です。たいていは、たくさん必要です。また、学習した結果は完璧ではありません。
# 料金表や数式のように、ルールがわかっていて、短く、正確なときは、今でもルールを書くほうがよい方法です。
# 毎回正しい答えが出ますし、誰でも読めます。
# %% [markdown] lang="en"
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
# %% [markdown] lang="ja"
# ### 問題 2
#
# ある鉄道会社が、2 つのプログラムを必要としています。1 つは、距離と料金の表から運賃を計算するものです。もう 1 つは、
# 乗客が忘れ物の届けに手書きした電話番号を読み取るものです。どのように作りますか。
#
# - **A.** どちらも、例からの学習で作る。そのほうが新しい技術だから。
# - **B.** 運賃は、書かれたルールで作る。手書き文字は、例からの学習で作る。
# - **C.** 運賃は、例からの学習で作る。手書き文字は、書かれたルールで作る。
# - **D.** どちらも、書かれたルールで作る。コンピュータは、誰かがルールとして書いたことしかできないから。
# %% task="q2"
# en: TODO 2: the letter of your choice for question 2, in quotes.
# ja: TODO 2: 問題 2 で選んだ文字を引用符で囲んで書きます。
### BEGIN SOLUTION -> q2 = None
q2 = "B"
### END SOLUTION
# %% grade="q2"
# %% [markdown] lang="en"
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
# %% [markdown] lang="ja"
# ### 問題 3
#
# ある郵便局のチームは、手書き数字を認識するルールを何年も書いてきました。ルールはもう 2,000 個になりますが、
# 新しい筆跡が見つかるたびに、また 1 つ必要になります。そこで、機械学習に切り替えることにしました。何が変わりますか。
#
# - **A.** ルールも例もいらなくなる。コンピュータがひとりでに見つけるからである。
# - **B.** 足りないルールをコンピュータが書いてくれる。そのルールを読んだり、印刷したりできる。
# - **C.** テストがいらなくなる。コンピュータが学習した結果には、誤りがないからである。
# - **D.** ルールを書かなくてよくなる。画像と正解を集めれば、数字を見分ける手がかりは学習が見つける。
# %% task="q3"
# en: TODO 3: the letter of your choice for question 3, in quotes.
# ja: TODO 3: 問題 3 で選んだ文字を引用符で囲んで書きます。
### BEGIN SOLUTION -> q3 = None
q3 = "D"
### END SOLUTION
# %% grade="q3"
# %% [markdown] lang="en"
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
# ![Left: measured points and the line that learning finds, at the start far below the points, then
# closer and closer. Right: the error on the training data falls steeply at first and then flattens
# out above 0](picture:error_falls)
#
# One thing about the curve on the right is easily overlooked. It shows the error **on the training
# data**, the examples that the weights were adjusted to.
# %% [markdown] lang="ja"
# ## 学習とは
#
# 仕組みは、驚くほどシンプルです。**誤差を自動で小さくする**、それだけです。手で追える例を見てみましょう。
# あるプログラムには、調整できる数 $w$ が 1 つあり、りんご $x$ kg の値段を $w \times x$ と予測します。
# 例は 2 つあります。1 kg なら 3、2 kg なら 6 です（単位は百円）。どれだけ外れているでしょうか。
# 差を 2 乗して合計したものを、**誤差**とします。
#
# | $w$ | 1 kg の予測 | 2 kg の予測 | 誤差 |
# |---|---|---|---|
# | $1$ | $1$（正しくは 3） | $2$（正しくは 6） | $2^2 + 4^2 = 20$ |
# | $2$ | $2$ | $4$ | $1^2 + 2^2 = 5$ |
# | $3$ | $3$ | $6$ | $0$ |
#
# 「1 kg は 3」と教えた人はいません。$w$ を大きくすると誤差が減ることから、プログラムは $w$ を少し大きくします。
# これを何度も繰り返します。誤差ができるだけ小さくなるように数を調整することを、**最適化**といいます。
#
# ニューラルネットワークの学習も、まったく同じです。ただ、調整する数がたくさんあります。それが、
# ニューロンの間の**結合の重み**です。第 8 章で学習させるネットワークには、調整する数が 50,890 個あります。
# **訓練データ**（学習に使う例）を繰り返し使い、そのたびに重みを少しずつ変えます。実際のデータでは、誤差は小さくなりますが、
# ふつう 0 にはなりません。本物の例は、さきほどのりんごほどきれいではないからです。
#
# ![左は、測定した点と、学習が見つける直線。直線は、はじめは点のずっと下にあり、だんだん近づく。右は、
# 訓練データでの誤差。はじめは急に減り、やがて 0 より上でほぼ平らになる](picture:error_falls)
#
# 右の曲線には、見落としやすい点が 1 つあります。これは、**訓練データでの**誤差です。つまり、重みを合わせた、
# その例での誤差です。
# %% [markdown] lang="en"
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
# %% [markdown] lang="ja"
# ### 問題 4
#
# あるネットワークを、数字の画像 6 万枚で 1 時間学習させました。この 1 時間に、コンピュータは何をしましたか。
#
# - **A.** 訓練画像での誤差が小さくなるように、結合の重みを少しずつ、何度も変えた。
# - **B.** あとで最も似た画像を探せるように、6 万枚の画像を保存した。
# - **C.** 「閉じた輪があれば 0 か 6」のようなルールの一覧を書いた。
# - **D.** 人間が間違いを調べ、手で重みを正しく直してくれるのを待った。
# %% task="q4"
# en: TODO 4: the letter of your choice for question 4, in quotes.
# ja: TODO 4: 問題 4 で選んだ文字を引用符で囲んで書きます。
### BEGIN SOLUTION -> q4 = None
q4 = "A"
### END SOLUTION
# %% grade="q4"
# %% [markdown] lang="en"
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
# %% [markdown] lang="ja"
# ### 問題 5（すべて選ぶ）
#
# あるネットワークが、訓練画像を 5 回繰り返し使って学習しました。1 回ごとに、訓練画像での誤差が画面に表示されました。
#
# | 回 | 1 | 2 | 3 | 4 | 5 |
# |---|---|---|---|---|---|
# | 誤差 | 0.30 | 0.14 | 0.10 | 0.08 | 0.07 |
#
# この 5 つの数値**だけ**から言えることはどれですか。すべて選んでください。
#
# - **A.** 回を重ねるごとに、訓練画像での誤差は小さくなった。
# - **B.** 一度も見たことのない画像でも、誤差は 0.07 になっている。
# - **C.** 十分に長く続ければ、誤差は必ず 0 になる。
# - **D.** 1 回ごとの改善は、だんだん小さくなった。
# %% task="q5"
# en: TODO 5: all the letters that you choose for question 5, such as {"A", "B"}.
# ja: TODO 5: 問題 5 で選んだ文字をすべて、{"A", "B"} のように書きます。
### BEGIN SOLUTION -> q5 = None
q5 = {"A", "D"}
### END SOLUTION
# %% grade="q5"
# %% [markdown] lang="en"
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
# %% [markdown] lang="ja"
# ## できること、できないこと
#
# 例からの学習が役に立つのは、例は集められるけれども、ルールは書けないという場合です。そういう分野はたくさんあります。
#
# - **人間の言葉**：翻訳、応答、要約
# - **認識**：画像の分類、音声の文字化、画像の中のものや顔の検知
# - **合成**：新しい画像や声を作ること、欠けた部分を補うこと
#
# 手に入らないのは、**目に見える形の知識**です。学習したネットワークの中を見ると、こうなっています。
#
# ```
# -1.012  -0.347  -0.081   0.075   0.286   0.569  -1.139   0.449  -0.576   0.308 ...
# ```
#
# 何千、何万という重みです。「7 の上には横線がある」と書かれた重みはありません。ネットワークの知識は、
# 全部の重みに広がっていて、重みから読み取ることは誰にもできません（第 8 章で、実際にこの表を表示します）。
# また、正確さや保証も手に入りません。出てくるのは例に最もよく合う答えであり、ときには間違います。
# %% [markdown] lang="en"
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
# %% [markdown] lang="ja"
# ### 問題 6（すべて選ぶ）
#
# ある博物館が、5 つの希望を挙げました。深層学習が適しているのはどれですか。すべて選んでください。
#
# - **A.** 館内ガイドの録音を文字にする。
# - **B.** 1 万枚の古い写真の中の顔を、1 つも見落とさないと保証する。
# - **C.** 写真の破れた角を、自然に見えるように補う。
# - **D.** 1 日の売上を、1 円の狂いもなく合計する。
# - **E.** 写真の中で人が写っているところを見つけ、その大部分に正しく印をつける。
# %% task="q6"
# en: TODO 6: all the letters that you choose for question 6, such as {"A", "B"}.
# ja: TODO 6: 問題 6 で選んだ文字をすべて、{"A", "B"} のように書きます。
### BEGIN SOLUTION -> q6 = None
q6 = {"A", "C", "E"}
### END SOLUTION
# %% grade="q6"
# %% [markdown] lang="en"
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
# %% [markdown] lang="ja"
# ### 問題 7
#
# あなたのネットワークは、X 線画像から肺炎を見つけます。
# 一度も見たことのない 1,000 枚のうち、960 枚を正しく判定しました。ある教授に、
# 「学生に覚えさせたいので、判定のルールを印刷してください」と頼まれました。どう答えますか。
#
# - **A.** 「はい。ルールはネットワークのファイルに入っているので、印刷するだけです。」
# - **B.** 「まだできません。層を増やせば、ルールが読めるようになります。」
# - **C.** 「ルールが入っていないのですから、何も学習していません。960 枚は偶然です。」
# - **D.** 「できません。学習したことは、たくさんの重みに広がっています。お見せできるのは、画像をどれだけ正しく判定するかです。」
# %% task="q7"
# en: TODO 7: the letter of your choice for question 7, in quotes.
# ja: TODO 7: 問題 7 で選んだ文字を引用符で囲んで書きます。
### BEGIN SOLUTION -> q7 = None
q7 = "D"
### END SOLUTION
# %% grade="q7"
# %% [markdown] lang="en"
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
# ![The same seven training points three times. A level line misses most points: underfitting. A
# smooth curve passes close to the training points and to the new points: good. A wildly bending
# curve hits every training point exactly and misses the new points: overfitting](picture:three_fits)
#
# Look at the picture on the right: judged by the training points alone, the wild curve is the best
# of the three, for it hits them all. Only the new points give it away. Since nobody can read off
# the weights why a network works, this is the only way there is: **verify it with data that it was
# not trained on**, and whose right answers are known.
#
# The same holds for every question of the kind "is this network better than that one?". More layers
# *can* represent more. They can also overfit more, take longer to train, or gain nothing at all.
# How a network does can't be told from its size; it has to be measured.
# %% [markdown] lang="ja"
# ## うまく動くのか：答えはデータだけが知っている
#
# 学習はいつも成功するとは限りません。しかも、失敗しても**エラーメッセージは出ません**。
# どちらの場合も、プログラムは最後まで動きます。
#
# - **学習不足**：まだ十分に学習していません。訓練データでも、たびたび間違えます。
# - **過学習**：訓練データに、たまたまの部分まで合わせすぎました。訓練データではよくできますが、新しいデータではできません。
#   去年の試験問題を丸暗記した生徒は、去年の問題なら全部答えられますが、今年の試験には落ちます。
# - **実際とは違う例**：例の中に一度も出てこなかったことは、例から学習できません。
#
# ![同じ 7 個の訓練データの点が 3 つ並ぶ。水平な直線は、ほとんどの点から外れている（学習不足）。
# なめらかな曲線は、訓練データの点にも新しい点にも近い（よい）。激しく曲がる曲線は、訓練データの点をすべて正確に通り、
# 新しい点からは外れている（過学習）](picture:three_fits)
#
# 右の図を見てください。訓練データの点だけで判断すると、激しく曲がる曲線が 3 つの中でいちばんよいことになります。
# すべての点を通っているからです。新しい点があって、はじめて見破ることができます。なぜうまく動くのかを重みから読み取ることは
# できないので、方法は 1 つしかありません。**学習に使っていない、正解のわかっているデータで検証する**ことです。
#
# 「このネットワークは、あのネットワークよりよいか」という問いでも同じです。層を増やすと、表せるものが増える*こともあります*。
# 過学習しやすくなることも、学習に時間がかかることも、何も変わらないこともあります。ネットワークのよしあしは、
# 大きさからはわかりません。測るしかありません。
# %% [markdown] lang="en"
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
# %% [markdown] lang="ja"
# ### 問題 8（すべて選ぶ）
#
# あるチームが、熟したいちごと熟していないいちごを見分けるネットワークを学習させました。学習は、エラーメッセージなしで終わりました。
# 正しい文はどれですか。すべて選んでください。
#
# - **A.** エラーメッセージなしで終わったのだから、学習は成功している。
# - **B.** 訓練用の写真でさえ、たくさんのいちごを間違えるネットワークかもしれない。
# - **C.** 訓練用の写真はほとんど正しく見分けるが、新しい写真ではたびたび間違えるネットワークかもしれない。
# - **D.** 1 つでも間違えるなら、プログラムに誤りがあるはずだ。学習そのものは、いつも成功するからである。
# - **E.** 訓練用の写真がすべて晴れの日のものなら、どれだけ長く学習しても、雨の日にはうまくいかないかもしれない。
# %% task="q8"
# en: TODO 8: all the letters that you choose for question 8, such as {"A", "B"}.
# ja: TODO 8: 問題 8 で選んだ文字をすべて、{"A", "B"} のように書きます。
### BEGIN SOLUTION -> q8 = None
q8 = {"B", "C", "E"}
### END SOLUTION
# %% grade="q8"
# %% [markdown] lang="en"
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
# %% [markdown] lang="ja"
# ### 問題 9
#
# あなたのネットワークは、1 万枚の写真から学習し、そのうち 9,900 枚を正しく認識するようになりました。明日からは、
# お客さまの写真を分類する予定です。まず何をしますか。
#
# - **A.** もう何もしない。100 枚中 99 枚が正しいのだから、お客さまの写真でも 100 枚中 99 枚が正しいはずである。
# - **B.** 一度も見せたことがなく、正解がわかっている写真を判定させ、いくつ正しいかを数える。
# - **C.** なぜうまく動くのかがわかるまで重みを読む。わかれば安心できる。
# - **D.** 1 万枚すべてを認識するまで学習を続ける。そうすれば、もう間違えることはない。
# %% task="q9"
# en: TODO 9: the letter of your choice for question 9, in quotes.
# ja: TODO 9: 問題 9 で選んだ文字を引用符で囲んで書きます。
### BEGIN SOLUTION -> q9 = None
q9 = "B"
### END SOLUTION
# %% grade="q9"
# %% [markdown] lang="en"
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
# %% [markdown] lang="ja"
# ### 問題 10
#
# 3 層のネットワークが、新しい画像の 97.5 % を正しく分類します。同僚が、同じデータで 30 層のネットワークを学習させ、
# 「こちらのほうが深いのだから、よいはずだ。こちらを使おう」と言いました。どう答えますか。
#
# - **A.** 「そのとおりです。層を増やしても害はなく、能力が増えるだけです。」
# - **B.** 「それは違います。層を増やすと必ず過学習するので、そちらのほうが悪いはずです。」
# - **C.** 「層の数からはわかりません。同じ新しい画像で、両方を測りましょう。」
# - **D.** 「層の数は関係ありません。大事なのは訓練画像の枚数だけなので、どちらも同じです。」
# %% task="q10"
# en: TODO 10: the letter of your choice for question 10, in quotes.
# ja: TODO 10: 問題 10 で選んだ文字を引用符で囲んで書きます。
### BEGIN SOLUTION -> q10 = None
q10 = "C"
### END SOLUTION
# %% grade="q10"
# %% [markdown] lang="en"
# ## Where to go from here
#
# Run the checks: they tell you which answers are not right yet, and why. Then keep three sentences
# in mind. Learning makes an error small, automatically. What it finds is not readable. So whether
# it works is shown by data that it has not seen. The last sentence comes back in chapters 8 and 9,
# where you put it into practice. Next, in chapter 2, comes the smallest part: one neuron.
# %% [markdown] lang="ja"
# ## この先へ
#
# 確認プログラムを動かすと、まだ正しくない答えと、その理由がわかります。そして、3 つの文を覚えておいてください。
# 学習とは、誤差を自動で小さくすることです。見つけたものは、目には見えません。だから、うまく動くかどうかは、
# 見たことのないデータで確かめます。最後の文は、第 8 章と第 9 章で実際に試します。
# 次の第 2 章では、いちばん小さな部品、1 個のニューロンを作ります。
