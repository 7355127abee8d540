# %% [markdown] lang="en"
# # 6. Images and pixels
#
# A neural network computes with numbers. So before it can look at a picture, the picture has to be
# numbers. It is already: to a computer, an image is nothing but a table of them.
#
# In this chapter you load 70,000 handwritten digits, look at one of them, find out what its numbers
# mean, and prepare all of them for a network. There are six tasks, and they take about 35 minutes.
# %% [markdown] lang="ja"
# # 6. 画像と画素
#
# ニューラルネットワークは数の計算をします。ですから、画像を扱うには、画像を数で表さなければなりません。
# 実は、コンピュータの中の画像は、初めから数の表でできています。
#
# この章では、手書き数字の画像 70000 枚を読み込み、1 枚を表示し、その数の意味を調べ、ニューラルネットワークに
# 入力できるように準備します。課題は 6 つで、35 分ほどかかります。
# %% [markdown] lang="en"
# ## Pixels and pixel values
#
# Look at an image closely enough, and you see little squares. Each is a **pixel**, and each has one
# brightness, written as a number, its **pixel value**: **0 is black, 255 is white**, and the numbers
# in between are greys, the darker the smaller.
#
# ![Left: a handwritten digit of 28 by 28 pixels, white on black, with a square of 8 by 8 pixels marked.
# Right: that square enlarged, with the pixel value written into each pixel, 0 in the black ones and up
# to 255 in the white ones](picture:digit_and_values)
#
# ![A strip that goes from black to white, with the pixel values 0, 51, 102, 153, 204 and 255 under
# it](picture:grey_scale)
#
# Why 255? A pixel value is stored in one **byte**, that is 8 bits, and 8 bits can say $2^8 = 256$
# different things: 0 to 255. NumPy calls this kind of number `uint8`: an **u**nsigned **int**eger of
# **8** bits.
#
# Each of our images has 28 rows of 28 pixels, $28 \times 28 = 784$ numbers in all, and its shape is
# `(28, 28, 1)`. The 1 is the number of **channels**: a grey image has one value for each pixel, a
# colour image would have three (red, green, blue).
# %% [markdown] lang="ja"
# ## 画素と画素値
#
# 画像を拡大していくと、小さな正方形が見えてきます。その 1 つ 1 つが**画素**です。画素には明るさがあり、
# それを表す数を**画素値**といいます。**0 が黒、255 が白**で、その間の数は灰色です。小さいほど暗くなります。
#
# ![左: 28 × 28 画素の手書き数字。黒地に白い字で、8 × 8 画素の正方形の部分に印が付いている。右: その部分の拡大図で、
# それぞれの画素に画素値が書かれている。黒い画素は 0、白い画素は 255 に近い](picture:digit_and_values)
#
# ![黒から白へ変わる帯。下に画素値 0, 51, 102, 153, 204, 255 が書かれている](picture:grey_scale)
#
# なぜ 255 なのでしょうか。画素値は 1 **バイト**、つまり 8 ビットで記録されます。8 ビットで区別できるのは
# $2^8 = 256$ 通りなので、0 から 255 までです。NumPy では、この種類の数を `uint8` といいます。符号なし
# （**u**nsigned）の **8** ビットの整数（**int**eger）という意味です。
#
# この章の画像は、1 行に 28 画素ずつ、28 行あります。全部で $28 \times 28 = 784$ 個の数で、配列の形は
# `(28, 28, 1)` です。最後の 1 は**チャンネル**の数です。濃淡画像では 1 つの画素に値が 1 つですが、カラー画像なら
# 赤・緑・青の 3 つになります。
# %% [markdown] lang="en"
# ## The data: MNIST
#
# **MNIST** is a set of 70,000 handwritten digits, collected so that programs that read them can be
# compared. Every image comes with its **label**, the digit that was meant. The set is divided into
# two **splits**:
#
# | split | images | for |
# |---|---|---|
# | `train` | 60,000 | learning: **training data** |
# | `test` | 10,000 | checking on images the network has not seen: **validation data** in chapter 8 |
#
# It is important that the two are separate. Why would checking on the training images say little?
# (Chapter 8 shows it.)
#
# TensorFlow Datasets, TFDS for short, knows this set by the name `mnist`. One line loads it:
#
# ```python
# mnist, mnist_info = tfds.load('mnist', with_info=True, shuffle_files=True,
#                               as_supervised=True, batch_size=-1)
# ```
#
# | argument | meaning |
# |---|---|
# | `with_info=True` | gives a description of the data as well, `mnist_info` |
# | `shuffle_files=True` | may read the files of a large data set in any order |
# | `as_supervised=True` | gives pairs of image and label |
# | `batch_size=-1` | everything at once, instead of small batches |
#
# What comes back, `mnist`, is a dictionary with one entry for each split. An entry is a pair: first all
# images, then all labels. So `mnist['train'][0]` are the training images, shape
# `(60000, 28, 28, 1)`, and `mnist['test'][1]` are the labels of the test images, shape `(10000,)`.
#
# **Task 1.** Write `load_mnist()`, which loads the set with this line and returns two pairs:
# `(training images, training labels), (test images, test labels)`. Leave the pixel values as they
# are. Loading takes a few seconds.
# %% [markdown] lang="ja"
# ## データ：MNIST データセット
#
# **MNIST データセット**は、手書き数字の画像 70000 枚の集まりです。数字を読み取るプログラムを比べるために
# 作られました。どの画像にも、それが何の数字かを表す**ラベル**（正解）が付いています。データは 2 つに
# 分けられています。
#
# | 区分 | 枚数 | 使いみち |
# |---|---|---|
# | `train` | 60000 | 学習に使う**訓練データ** |
# | `test` | 10000 | 学習に使わなかった画像での検証。8 章では**検証データ**として使います |
#
# この 2 つが別々であることが大切です。訓練データの画像で検証しても、あまり意味がないのはなぜでしょうか。
# （8 章で確かめます。）
#
# TensorFlow Datasets（略して TFDS）では、このデータセットの名前は `mnist` です。次の 1 行で読み込めます。
#
# ```python
# mnist, mnist_info = tfds.load('mnist', with_info=True, shuffle_files=True,
#                               as_supervised=True, batch_size=-1)
# ```
#
# | 引数 | 意味 |
# |---|---|
# | `with_info=True` | データの説明 `mnist_info` も受け取る |
# | `shuffle_files=True` | 大きなデータセットで、ファイルを読む順番を変えてもよいことにする |
# | `as_supervised=True` | 画像とラベルの組にする |
# | `batch_size=-1` | 少しずつではなく、一括で読み込む |
#
# 結果の `mnist` は辞書（dict）で、区分ごとに 1 つの要素があります。それぞれの要素は、すべての画像と、すべての
# ラベルの組です。ですから、`mnist['train'][0]` は訓練データの画像で、形は `(60000, 28, 28, 1)`、
# `mnist['test'][1]` はテスト用の画像のラベルで、形は `(10000,)` です。
#
# **課題 1**　この 1 行でデータを読み込み、2 つの組
# `(訓練用の画像, 訓練用のラベル), (テスト用の画像, テスト用のラベル)` を返す `load_mnist()` を書いてください。
# 画素値は変えずにそのまま返します。読み込みには数秒かかります。
# %%
import matplotlib.pyplot as plt
import numpy as np
import tensorflow_datasets as tfds


# %% run
# en: MNIST comes with this kit. Here TFDS learns where it is, so that no network is needed.
# ja: MNIST はこのキットに入っています。TFDS にその場所を教えるので、ネットワークは必要ありません。
from autograder.course import mnist

tfds.core.add_data_dir(str(mnist.prepare()))


# %% task="load_mnist"
def load_mnist():
    """
    en: Loads MNIST with TFDS.
    en:
    en: Returns (train_images, train_labels), (test_images, test_labels).
    en: Images: uint8, 0...255, shape (60000, 28, 28, 1) and (10000, 28, 28, 1).
    en: Labels: the digits 0...9, shape (60000,) and (10000,).
    ja: MNIST を TFDS で読み込みます。
    ja:
    ja: 戻り値: (train_images, train_labels), (test_images, test_labels)
    ja: 画像: uint8、0 から 255。形は (60000, 28, 28, 1) と (10000, 28, 28, 1)。
    ja: ラベル: 0 から 9 の数字。形は (60000,) と (10000,)。
    """
    # en: TODO 1: load with the line from the text, then return the pair of each split.
    # ja: TODO 1: 本文の 1 行で読み込み、区分ごとの組を返します。
    ### BEGIN SOLUTION
    mnist, _mnist_info = tfds.load(
        "mnist", with_info=True, shuffle_files=True, as_supervised=True, batch_size=-1
    )
    return mnist["train"], mnist["test"]
    ### END SOLUTION


# %% grade="load_mnist"
# %% run
train, test = load_mnist()
train_images, train_labels = np.asarray(train[0]), np.asarray(train[1])
test_images, test_labels = np.asarray(test[0]), np.asarray(test[1])
print(train_images.shape, train_labels.shape, test_images.shape, test_labels.shape)
# %% [markdown] lang="en"
# ## Look at one
#
# Always look at your data before you compute with it. Matplotlib draws an array of pixel values with
# `plt.imshow`. Its own choice of colours for one-channel data is a scale from violet to yellow. Ask
# for grey, so that 0 is black and 255 is white: `cmap="gray"`. (Strictly speaking, it makes the
# smallest value of this image black and its largest white. Nearly all our images have both 0 and 255;
# for others, `vmin=0, vmax=255` sets the ends of the scale.)
#
# (Image 0 here may be another than image 0 in someone else's book: TFDS mixes the examples when it
# stores them. Image and label still belong together, because they are mixed as pairs.)
#
# **Task 2.** Write `show_image(images, index)`, which draws the image number `index` in grey.
# %% [markdown] lang="ja"
# ## 1 枚を表示する
#
# 計算を始める前に、必ずデータを自分の目で見ましょう。画素値の配列は、Matplotlib の `plt.imshow` で表示できます。
# ただし、そのままでは紫から黄色までの色で表示されます。0 が黒、255 が白になるように、`cmap="gray"` で
# 灰色を指定してください。（正確には、その画像の最小値が黒、最大値が白になります。ここでの画像には、ほとんど
# どれにも 0 と 255 の画素があります。そうでない画像では、`vmin=0, vmax=255` で範囲を指定できます。）
#
# （ここでの 0 番目の画像は、ほかの本の 0 番目の画像とは違うかもしれません。TFDS は、データを保存するときに
# 順番を混ぜるからです。画像とラベルは組のまま混ぜられるので、対応は変わりません。）
#
# **課題 2**　`index` 番目の画像を灰色で表示する `show_image(images, index)` を書いてください。


# %% task="show_image"
def show_image(images, index):
    """
    en: Draws one image in grey: 0 is black, 255 is white.
    en:
    en: images: pixel values 0...255, shape (n, height, width, 1). index: which one, from 0.
    ja: 画像を 1 枚、灰色で表示します。0 が黒、255 が白です。
    ja:
    ja: images: 0 から 255 の画素値。形は (n, 高さ, 幅, 1)。index: 何番目か (0 から)。
    """
    # en: TODO 2: choose the image, draw it with a grey colour map, show it.
    # ja: TODO 2: 画像を選び、灰色のカラーマップで描き、表示します。
    ### BEGIN SOLUTION
    plt.imshow(images[index], cmap="gray")
    plt.show()
    ### END SOLUTION


# %% grade="show_image"
# %% run
show_image(train_images, 0)
print("label:", train_labels[0])  # en
print("ラベル:", train_labels[0])  # ja
# %% [markdown] lang="en"
# ## What the numbers say
#
# Four questions help with any array of data that you meet for the first time. Which **shape** does it
# have? What kind of number is in it (**dtype**)? What are the **smallest** and the **largest** value?
#
# ### By hand
#
# Here is an image of 3 rows and 3 columns:
#
# $$\begin{pmatrix} 0 & 0 & 51 \\ 0 & 204 & 255 \\ 0 & 102 & 0 \end{pmatrix}$$
#
# Its shape, with one channel, is `(3, 3, 1)`. The smallest value is 0, the largest 255, and 5 of its 9
# pixels are black. Can you see where it is brightest? In the middle and to the right of it.
#
# **Task 3.** Write `describe_image(image)`, which returns these facts in a dictionary:
#
# | key | value | for the image above |
# |---|---|---|
# | `"shape"` | shape of the array | `(3, 3, 1)` |
# | `"dtype"` | name of the kind of number, as text | `"uint8"` |
# | `"min"` | smallest pixel value | `0` |
# | `"max"` | largest pixel value | `255` |
# | `"black"` | number of black pixels (value 0) | `5` |
# %% [markdown] lang="ja"
# ## 数を調べる
#
# 初めて見るデータの配列では、4 つのことを調べるとよいでしょう。**形**（shape）、数の種類（**dtype**）、
# **最小値**、**最大値**です。
#
# ### 手で調べてみる
#
# 3 行 3 列の画像があります。
#
# $$\begin{pmatrix} 0 & 0 & 51 \\ 0 & 204 & 255 \\ 0 & 102 & 0 \end{pmatrix}$$
#
# チャンネルは 1 つなので、形は `(3, 3, 1)` です。最小値は 0、最大値は 255 で、9 個の画素のうち 5 個が黒です。
# いちばん明るいのはどこでしょうか。中央と、その右です。
#
# **課題 3**　これらを辞書（dict）で返す `describe_image(image)` を書いてください。
#
# | キー | 値 | 上の画像の場合 |
# |---|---|---|
# | `"shape"` | 配列の形 | `(3, 3, 1)` |
# | `"dtype"` | 数の種類の名前（文字列） | `"uint8"` |
# | `"min"` | 画素値の最小値 | `0` |
# | `"max"` | 画素値の最大値 | `255` |
# | `"black"` | 黒い画素（値が 0）の個数 | `5` |


# %% task="describe_image"
def describe_image(image):
    """
    en: The facts about one image.
    en:
    en: image: pixel values, shape (height, width, 1).
    en: Returns a dict with "shape", "dtype" (text), "min", "max" and "black".
    ja: 1 枚の画像について調べます。
    ja:
    ja: image: 画素値。形は (高さ, 幅, 1)。
    ja: 戻り値: "shape", "dtype" (文字列), "min", "max", "black" の入った dict。
    """
    # en: TODO 3: ask the array itself; don't write the numbers of one image here.
    # ja: TODO 3: 配列そのものから求めます。ある画像の数をそのまま書いてはいけません。
    ### BEGIN SOLUTION
    return {
        "shape": image.shape,
        "dtype": str(image.dtype),
        "min": int(image.min()),
        "max": int(image.max()),
        "black": int(np.sum(image == 0)),
    }
    ### END SOLUTION


# %% grade="describe_image"
# %% run
print(describe_image(train_images[0]))
# %% [markdown] lang="en"
# ## From 0…255 to 0…1
#
# Networks learn best from numbers of moderate size. So pixel values are brought to the range from 0 to
# 1 before training: **divide every value by 255**. Black stays 0, white becomes 1, and $51$ becomes
# $51 / 255 = 0.2$. The 3-by-3 image from above becomes
#
# $$\begin{pmatrix} 0 & 0 & 0.2 \\ 0 & 0.8 & 1 \\ 0 & 0.4 & 0 \end{pmatrix}$$
#
# ![Two number lines, one above the other: the pixel values 0, 51, 102, 153, 204 and 255 above, and the
# numbers 0, 0.2, 0.4, 0.6, 0.8 and 1 below, joined by lines](picture:two_scales)
#
# It looks easy, and there are four traps:
#
# - **Why 255, not 256?** There are 256 different values, but the largest is 255, and white should
#   become exactly 1.
# - **The same divisor for all images.** Dividing each image by its own largest value would make a
#   faint digit as bright as a bold one, and test images would be treated otherwise than training
#   images.
# - **`uint8` has no room.** With 8-bit numbers $250 + 10$ is $4$: past 255 counting starts again at 0,
#   without an error. And nothing between 0 and 1 fits into them. So change to another kind of number
#   *first*, then compute.
# - **`float32` is enough.** It is what TensorFlow computes with. NumPy's own choice, `float64`, takes
#   twice the memory: 376 MB instead of 188 MB for the training images.
#
# **Task 4.** Write `to_unit_range(images)`. It returns a new `float32` array; the array that it was
# given stays as it was.
# %% [markdown] lang="ja"
# ## 0〜255 を 0〜1 に
#
# ニューラルネットワークは、入力がほどよい大きさの数のときに、よく学習できます。そこで、学習の前に画素値を
# 0 から 1 の範囲に変えます。**すべての値を 255 で割る**のです。黒は 0 のまま、白は 1 になり、$51$ は
# $51 / 255 = 0.2$ になります。上の 3 行 3 列の画像は、次のようになります。
#
# $$\begin{pmatrix} 0 & 0 & 0.2 \\ 0 & 0.8 & 1 \\ 0 & 0.4 & 0 \end{pmatrix}$$
#
# ![上下 2 本の数直線。上は画素値 0, 51, 102, 153, 204, 255、下は 0, 0.2, 0.4, 0.6, 0.8, 1 で、
# 対応する数が線で結ばれている](picture:two_scales)
#
# 簡単そうに見えますが、間違えやすいところが 4 つあります。
#
# - **256 ではなく 255 で割ります。** 値は 256 通りありますが、最大値は 255 です。白がちょうど 1 になるように
#   します。
# - **どの画像も同じ数で割ります。** 画像ごとにその最大値で割ると、薄い字も濃い字と同じ明るさになります。
#   また、テスト用の画像と訓練用の画像とで、扱いが変わってしまいます。
# - **`uint8` には入りきりません。** 8 ビットの数では、$250 + 10$ は $4$ になります。255 を超えると、エラーも
#   出ずに 0 に戻るからです。また、0 と 1 の間の数も表せません。*先に*ほかの種類の数に変えてから計算しましょう。
# - **`float32` で十分です。** TensorFlow もこの種類で計算します。NumPy が自動的に選ぶ `float64` では、
#   メモリが 2 倍必要です。訓練用の画像なら、188 MB が 376 MB になります。
#
# **課題 4**　`to_unit_range(images)` を書いてください。新しい `float32` の配列を返し、受け取った配列は元のままに
# しておきます。


# %% task="to_unit_range"
def to_unit_range(images):
    """
    en: Pixel values as numbers from 0 to 1.
    en:
    en: images: pixel values 0...255, uint8 or float, of any shape. They are not changed.
    en: Returns float32, same shape: 0 for black, exactly 1 for white.
    ja: 画素値を 0 から 1 の数にします。
    ja:
    ja: images: 0 から 255 の画素値 (uint8 または float)。形は何でもかまいません。変更しません。
    ja: 戻り値: float32、同じ形。黒は 0、白はちょうど 1。
    """
    # en: TODO 4: first another kind of number, then the division.
    # ja: TODO 4: まず数の種類を変え、それから割ります。
    ### BEGIN SOLUTION
    return images.astype("float32") / 255
    ### END SOLUTION


# %% grade="to_unit_range"
# %% run
x_train = to_unit_range(train_images)
print(x_train.dtype, x_train.min(), x_train.max())
# %% [markdown] lang="en"
# ## How many of each?
#
# If nine of ten images showed a 1, a network could answer "1" every time and have an accuracy of 0.9.
# So count how often each class occurs before you believe an accuracy.
#
# **By hand:** in the labels `3, 1, 3, 9, 3` the digit 3 occurs three times, 1 and 9 once, the others
# not at all. The counts, from digit 0 to digit 9, are `0, 1, 0, 3, 0, 0, 0, 0, 0, 1`. A digit that does
# not occur keeps its place, with a 0.
#
# **Task 5.** Write `class_counts(labels)`, which returns the ten counts.
# %% [markdown] lang="ja"
# ## それぞれ何枚あるか
#
# もし 10 枚のうち 9 枚が 1 の画像なら、いつも「1」と答えるだけで精度が 0.9 になってしまいます。精度を信じる前に、
# どのクラスが何枚あるかを数えましょう。
#
# **手で数えてみましょう。** ラベルが `3, 1, 3, 9, 3` なら、3 は 3 回、1 と 9 は 1 回ずつ、ほかは 0 回です。
# 数字の 0 から 9 までの順に並べると、`0, 1, 0, 3, 0, 0, 0, 0, 0, 1` になります。現れない数字の場所も、0 のまま
# 残します。
#
# **課題 5**　10 個の個数を返す `class_counts(labels)` を書いてください。


# %% task="class_counts"
def class_counts(labels):
    """
    en: How often each digit occurs.
    en:
    en: labels: digits 0...9, shape (n,). Returns ten counts, for the digits 0 to 9 in this order.
    ja: それぞれの数字が何回現れるかを数えます。
    ja:
    ja: labels: 0 から 9 の数字。形は (n,)。戻り値: 0 から 9 の順に並んだ 10 個の個数。
    """
    # en: TODO 5: ten counts, also for digits that do not occur.
    # ja: TODO 5: 現れない数字の分も含めて、10 個の個数を求めます。
    ### BEGIN SOLUTION
    return np.bincount(labels, minlength=10)
    ### END SOLUTION


# %% grade="class_counts"
# %% run
print(class_counts(train_labels))
# %% [markdown] lang="en"
# No digit is rare: the rarest, 5, has 5,421 training images and the most frequent, 1, has 6,742.
# Always answering "1" would be right for about one image in nine.
#
# ## How large are the splits?
#
# A split is a *pair* of images and labels, so its length in Python is 2. The number of examples is the
# number of its images (and there are as many labels).
#
# **Task 6.** Write `split_sizes(train, test)`, which returns the number of training examples and the
# number of test examples, for splits of any size.
# %% [markdown] lang="ja"
# 極端に少ない数字はありません。訓練データで最も少ない 5 が 5421 枚、最も多い 1 が 6742 枚です。
# いつも「1」と答えても、正解するのは 9 枚に 1 枚ほどです。
#
# ## 区分ごとの枚数
#
# 1 つの区分は、画像とラベルの*組*です。ですから、Python での長さ（`len`）は 2 になります。データの個数は、
# 画像の枚数です（ラベルも同じ個数あります）。
#
# **課題 6**　訓練データの個数とテスト用のデータの個数を返す `split_sizes(train, test)` を書いてください。
# 区分の大きさがいくつでも使えるようにします。


# %% task="split_sizes"
def split_sizes(train, test):
    """
    en: Number of examples in each split.
    en:
    en: train, test: pairs (images, labels), as load_mnist returns them.
    en: Returns (number of training examples, number of test examples).
    ja: 区分ごとのデータの個数を求めます。
    ja:
    ja: train, test: load_mnist が返すような組 (images, labels)。
    ja: 戻り値: (訓練データの個数, テスト用のデータの個数)。
    """
    # en: TODO 6: count the examples, not the parts of the pair.
    # ja: TODO 6: 組の要素ではなく、データの個数を数えます。
    ### BEGIN SOLUTION
    return len(train[0]), len(test[0])
    ### END SOLUTION


# %% grade="split_sizes"
# %% run
print(split_sizes(train, test))
# %% [markdown] lang="en"
# ### What you know now
#
# - An image is a table of **pixel values**: 0 is black, 255 is white, and `uint8` is their kind.
# - MNIST has 60,000 training and 10,000 test images of shape `(28, 28, 1)`, with labels 0 to 9.
# - Before training, pixel values become `float32` numbers from 0 to 1: divided by 255, all of them.
#
# In chapter 7 you build the network whose input are these $28 \times 28$ numbers.
# %% [markdown] lang="ja"
# ### この章のまとめ
#
# - 画像は**画素値**の表です。0 が黒、255 が白で、数の種類は `uint8` です。
# - MNIST には、形が `(28, 28, 1)` の画像が、訓練用に 60000 枚、テスト用に 10000 枚あり、0 から 9 のラベルが
#   付いています。
# - 学習の前に、すべての画素値を 255 で割り、0 から 1 の `float32` の数にします。
#
# 7 章では、この $28 \times 28$ 個の数を入力とするニューラルネットワークを作ります。
