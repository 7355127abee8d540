"""The key of 01_concepts: which choices are right, and what there is to say about each choice.

A learner reads the text of the choices that they made, so none of these texts names another letter,
and the text of a wrong choice says why it is wrong, not which one is right.
"""

from __future__ import annotations

from dataclasses import dataclass

from autograder.grading import Text


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question of the chapter."""

    right: str
    """The letters of the right choices, such as `C` or `ACE`."""
    about: dict[str, Text]
    """Why a choice is right or wrong, by letter, for every letter on offer."""
    missing: Text | None = None
    """What to think about when a right choice is missing; None where only one choice is right."""

    @property
    def letters(self) -> str:
        return "".join(sorted(self.about))

    @property
    def several(self) -> bool:
        return self.missing is not None


QUESTIONS = {
    "q1": Question(
        right="C",
        about={
            "A": Text(
                en="That goes inwards: from the middle circle into the inner one. A straight line "
                "does learn from examples, but it has no network of many layers. Not everything "
                "in an outer circle lies in an inner one too.",
                ja="これは、真ん中の円から内側の円へ進む言い方です。直線も例から学習していますが、"
                "層の多いネットワークではありません。外側の円にあるものが、"
                "内側の円にもあるとは限りません。",
            ),
            "B": Text(
                en="That makes deep learning and machine learning two separate things. But R gets "
                "better by learning from examples, and just that is machine learning: one circle "
                "lies inside the other.",
                ja="これは、深層学習と機械学習を別々のものとする言い方です。しかし、R は例から"
                "学習して上達します。それが機械学習です。"
                "一方の円は、もう一方の円の中にあります。",
            ),
            "C": Text(
                en="It goes outwards, from the inner circle to the outer ones, and that is always "
                "allowed: every deep learning system is a machine learning system, and every "
                "machine learning system is AI.",
                ja="内側の円から外側の円へ進む、いつでも正しい言い方です。深層学習は必ず機械学習で、"
                "機械学習は必ず AI です。",
            ),
            "D": Text(
                en="Learning is one way to an intellectual ability, not the only one. A program "
                "that gives advice from rules and knowledge written by people belongs to AI as "
                "well; look at the outermost circle.",
                ja="学習は、知的な能力を持つための方法の 1 つで、唯一の方法ではありません。"
                "人間が書いたルールや知識で助言するプログラムも AI です。"
                "いちばん外側の円を見てください。",
            ),
        },
    ),
    "q2": Question(
        right="B",
        about={
            "A": Text(
                en="Newer is not better for every purpose. For the fares there is a table that "
                "is right every time and that everybody can read. What would be gained if a "
                "program learnt it from examples and now and then got a fare wrong?",
                ja="新しい技術が、どんな目的にもよいとは限りません。運賃には、"
                "毎回正しく、誰でも読める表があります。それを例から学習させて、"
                "ときどき運賃を間違えるようになったら、何のよいことがあるでしょうか。",
            ),
            "B": Text(
                en="Each by the way that suits it: the rule for the fare is known and exact, so it "
                "is written down; nobody can write down all handwritings, but examples are easy "
                "to get.",
                ja="それぞれに合った方法です。運賃のルールは、正確にわかっているので書けます。"
                "筆跡のルールは書ききれませんが、例なら簡単に集められます。",
            ),
            "C": Text(
                en="It is the other way round with both. Ask of each program: is there a short, "
                "exact rule that somebody could write down? And are answers allowed to be wrong "
                "now and then?",
                ja="どちらも逆になっています。それぞれのプログラムについて考えましょう。"
                "短くて正確なルールを書けますか。ときどき間違えても許されますか。",
            ),
            "D": Text(
                en="That was the limit before machine learning. A computer that learns from "
                "examples finds out things that nobody wrote as a rule. Try to write the rules "
                "for a handwritten 7, and you will see why that matters.",
                ja="それは、機械学習より前の限界です。例から学習するコンピュータは、"
                "誰もルールとして書かなかったことを見つけます。手書きの 7 のルールを"
                "書いてみると、なぜそれが大切かがわかります。",
            ),
        },
    ),
    "q3": Question(
        right="D",
        about={
            "A": Text(
                en="Learning needs something to learn from. Without examples and their right "
                "answers, there is no error that could be made smaller.",
                ja="学習するには、もとになるものが必要です。例とその正解がなければ、"
                "小さくするべき誤差がありません。",
            ),
            "B": Text(
                en="Knowledge in a visible form does not come out of it. What is learnt is "
                "thousands of weights, not sentences that one could read and print.",
                ja="知識が目に見える形で出てくるわけではありません。学習で得られるのは、"
                "読んだり印刷したりできる文ではなく、何千もの重みです。",
            ),
            "C": Text(
                en="Learning does not always succeed, and no error message appears when it fails. "
                "Whether it has succeeded must be found out with new data, so there is more to "
                "test, not less.",
                ja="学習はいつも成功するとは限らず、失敗してもエラーメッセージは出ません。"
                "成功したかどうかは、新しいデータで確かめる必要があります。"
                "テストは、いらなくなるどころか、ますます大切になります。",
            ),
            "D": Text(
                en="Writing rules was the limit, and it is overcome: examples take the place of "
                "rules. Collecting them, and checking the result, remains people's work.",
                ja="ルールを書くことの限界が突破され、例がルールの代わりになります。"
                "例を集めることと、結果を確かめることは、人間の仕事として残ります。",
            ),
        },
    ),
    "q4": Question(
        right="A",
        about={
            "A": Text(
                en="Learning is optimisation: the weights are adjusted, automatically and in "
                "small steps, so that the error becomes smaller.",
                ja="学習とは最適化です。誤差が小さくなるように、重みを自動で少しずつ調整します。",
            ),
            "B": Text(
                en="A trained network doesn't look anything up: the images are not in it. In the "
                "example with the apples, what remained after learning? Not the two prices, but "
                "one number, w.",
                ja="学習したネットワークは、何かを探しているのではありません。その中に画像は"
                "入っていません。りんごの例で、学習のあとに残ったものは何でしたか。"
                "2 つの値段ではなく、w という 1 つの数でした。",
            ),
            "C": Text(
                en="No rules are written, neither by a person nor by the computer. What changes "
                "during learning is numbers. Look at the example with the apples once more.",
                ja="人間もコンピュータも、ルールは書いていません。学習の間に変わるのは数です。"
                "りんごの例を、もう一度見てみましょう。",
            ),
            "D": Text(
                en="The point is that it goes by itself: the computer measures the error and "
                "adjusts. With 50,890 numbers, nobody could do that by hand.",
                ja="大切なのは、自動で進むということです。コンピュータが誤差を測り、調整します。"
                "50,890 個の数を手で直すことは、誰にもできません。",
            ),
        },
    ),
    "q5": Question(
        right="AD",
        about={
            "A": Text(
                en="0.30 > 0.14 > 0.10 > 0.08 > 0.07: the numbers say so directly.",
                ja="0.30 > 0.14 > 0.10 > 0.08 > 0.07 と、数値から直接わかります。",
            ),
            "B": Text(
                en="All five numbers were measured on the training images, the very ones that the "
                "weights were adjusted to. About images that the network has never seen they say "
                "nothing: for those, the error may be much larger.",
                ja="5 つの数値はどれも、重みの調整に使った訓練画像で測ったものです。"
                "一度も見たことのない画像については、何も言えません。"
                "そこでの誤差は、ずっと大きいかもしれません。",
            ),
            "C": Text(
                en="A falling error need not reach 0. Look at the right half of the picture: the "
                "curve flattens out above 0, because the examples don't fit together perfectly.",
                ja="誤差が減り続けても、0 になるとは限りません。図の右側を見てください。例どうしが"
                "完全には合わないので、曲線は 0 より上で平らになります。",
            ),
            "D": Text(
                en="The improvements are 0.16, 0.04, 0.02 and 0.01: each is smaller than the one "
                "before.",
                ja="改善した量は 0.16、0.04、0.02、0.01 で、だんだん小さくなっています。",
            ),
        },
        missing=Text(
            en="Something more follows from the five numbers. Compare them with one another, and "
            "compute by how much the error changes each time.",
            ja="5 つの数値から言えることは、ほかにもあります。数値どうしを比べ、1 回ごとに誤差が"
            "いくつ変わったかも計算してみましょう。",
        ),
    ),
    "q6": Question(
        right="ACE",
        about={
            "A": Text(
                en="Turning speech into text is a typical case of recognition.",
                ja="音声の文字化は、認識の代表的な例です。",
            ),
            "B": Text(
                en="Deep learning finds most faces, but learning is never perfect: nobody can "
                "guarantee that it misses none.",
                ja="深層学習で、ほとんどの顔は見つかります。しかし、学習は完璧ではないので、"
                "1 つも見落とさないとは誰も保証できません。",
            ),
            "C": Text(
                en="Filling in what is missing is a typical case of synthesis. It need not be "
                "what was there once; it need only look natural.",
                ja="欠けた部分を補うのは、合成の代表的な例です。元のとおりでなくても、"
                "自然に見えればよいのです。",
            ),
            "D": Text(
                en="For adding up there is a short and exact rule. What was learnt from examples "
                "comes close, and close is not enough when every coin counts.",
                ja="合計には、短くて正確なルールがあります。例から学習した結果は、正解に近い値には"
                "なりますが、1 円の狂いも許されないときには使えません。",
            ),
            "E": Text(
                en="Finding things in pictures is a typical case of recognition, and a few "
                "mistakes are allowed here.",
                ja="画像の中のものを見つけるのは、認識の代表的な例です。"
                "この場合は、少しの間違いが許されています。",
            ),
        },
        missing=Text(
            en="There are more wishes that suit it. Ask of each: can examples be had, is the rule "
            "hard to write, and may the result be imperfect? Think of recognition and of "
            "synthesis.",
            ja="適している希望は、ほかにもあります。それぞれについて、例は集められるか、"
            "ルールは書きにくいか、完璧でなくても許されるかを考えましょう。"
            "認識にも合成にも当てはまるものがあります。",
        ),
    ),
    "q7": Question(
        right="D",
        about={
            "A": Text(
                en="What is in the file is numbers, the weights. There is no rule among them: "
                "deep learning does not give knowledge in a visible form.",
                ja="ファイルに入っているのは、重みという数です。その中にルールはありません。"
                "深層学習では、目に見える形の知識は得られません。",
            ),
            "B": Text(
                en="More layers mean more weights, over which the knowledge is spread even more. "
                "They don't become readable by that.",
                ja="層を増やすと重みも増え、知識はさらに広く散らばります。"
                "読めるようになるわけではありません。",
            ),
            "C": Text(
                en="It was right about 960 of 1,000 images that it had never seen. Luck doesn't "
                "do that, so it has learnt something; only, it isn't written in rules.",
                ja="一度も見たことのない 1,000 枚のうち、960 枚で正解しました。"
                "偶然ではこうなりません。何かを学習しています。"
                "ただ、それがルールとして書かれていないだけです。",
            ),
            "D": Text(
                en="Knowledge in a visible form is what deep learning can't give. How well it "
                "works can be shown all the same: with data.",
                ja="目に見える形の知識は、深層学習では得られません。それでも、"
                "どれだけうまく動くかは、データで示すことができます。",
            ),
        },
    ),
    "q8": Question(
        right="BCE",
        about={
            "A": Text(
                en="Learning does not always succeed, and no error message appears when it "
                "doesn't: the program runs to its end either way.",
                ja="学習はいつも成功するとは限りません。失敗してもエラーメッセージは出ず、"
                "プログラムは最後まで動きます。",
            ),
            "B": Text(
                en="That is underfitting, and it can happen without any message.",
                ja="これは学習不足です。メッセージなしで起こります。",
            ),
            "C": Text(
                en="That is overfitting, and it can happen without any message.",
                ja="これは過学習です。メッセージなしで起こります。",
            ),
            "D": Text(
                en="A program without any mistake can still learn too little, or fit itself too "
                "closely to its examples. Learning does not always succeed.",
                ja="誤りが 1 つもないプログラムでも、学習が足りなかったり、"
                "例に合わせすぎたりすることがあります。"
                "学習はいつも成功するとは限りません。",
            ),
            "E": Text(
                en="What never occurred in the examples can't be learnt from them, and repeating "
                "them changes nothing about that.",
                ja="例の中に一度も出てこなかったことは、例から学習できません。"
                "何度繰り返しても同じです。",
            ),
        },
        missing=Text(
            en="Not all of the right ones are chosen. The text names three ways in which learning can go "
            "wrong: look for each of them among the statements.",
            ja="正しい文は、ほかにもあります。本文には、学習がうまくいかない場合が 3 つ"
            "挙げられています。それぞれが文の中にないか、探してみましょう。",
        ),
    ),
    "q9": Question(
        right="B",
        about={
            "A": Text(
                en="The 9,900 are among the photographs that it learnt from. A network that has "
                "overfitted reaches such a number too, and is poor on new photographs: the pupil "
                "with last year's exam.",
                ja="9,900 枚は、学習に使った写真の中の枚数です。過学習したネットワークも、"
                "このくらいの数になりますが、新しい写真ではうまくいきません。"
                "去年の試験を丸暗記した生徒と同じです。",
            ),
            "B": Text(
                en="Whether a network works can only be seen with data that it was not trained "
                "on, and whose right answers are known.",
                ja="うまく動くかどうかは、学習に使っていない、正解のわかっているデータでしか"
                "わかりません。",
            ),
            "C": Text(
                en="The weights don't say why the network works: nobody can read that off "
                "thousands of numbers. There is another way to find out whether it works.",
                ja="なぜうまく動くのかは、重みには書かれていません。何千もの数から"
                "読み取ることは、誰にもできません。"
                "うまく動くかどうかを確かめる方法は、ほかにあります。",
            ),
            "D": Text(
                en="All 10,000 right is easily reached by learning them by heart. In the picture, "
                "the wild curve hits every training point, and misses the new ones.",
                ja="丸暗記すれば、1 万枚すべてに正解できます。図の激しく曲がる曲線は、"
                "訓練データの点をすべて通りますが、新しい点からは外れています。",
            ),
        },
    ),
    "q10": Question(
        right="C",
        about={
            "A": Text(
                en="More layers are not always better. They can overfit more, take longer, or "
                "gain nothing. That they can represent more does not yet mean that they are right "
                "more often about new images.",
                ja="層が多ければ必ずよいわけではありません。過学習しやすくなることも、"
                "時間がかかることも、何も変わらないこともあります。表せるものが増えても、"
                "新しい画像で正解が増えるとは限りません。",
            ),
            "B": Text(
                en='"Always" is too much in this direction as well: deep networks often do very '
                "well. Whether this one overfits can't be told from the number of its layers.",
                ja="逆の方向でも、「必ず」は言いすぎです。層の多いネットワークがとてもよい結果を"
                "出すことも、よくあります。"
                "これが過学習しているかどうかは、層の数からはわかりません。",
            ),
            "C": Text(
                en="How a network does on new images has to be measured, and the comparison is "
                "fair when both judge the same ones.",
                ja="新しい画像でどうなるかは、測るしかありません。"
                "同じ画像で比べれば、公平な比較になります。",
            ),
            "D": Text(
                en="The number of layers may well make a difference, in either direction. And "
                "that two networks are equally good is a claim that needs evidence, just like the "
                "claim that one is better.",
                ja="層の数で違いが出ることは、よい方向にも悪い方向にもあります。また、「どちらも"
                "同じ」という主張にも、「こちらがよい」という主張と同じように証拠が必要です。",
            ),
        },
    ),
}
