# %% [markdown] lang="en"
# # 1. Small
#
# ![A line from 0 to 1,
# rising](picture:line) and text.
# %% [markdown] lang="ja"
# # 1. 小さい章
#
# ![0 から 1 へ上がる直線](picture:line)
# %%
import numpy as np


# %% task="double"
def double(x):
    """
    en: Twice x.
    ja: x の 2 倍。

    en: x: a number
    ja: x: 数
    """
    # en: TODO 1: add x to itself.
    # ja: TODO 1: x に x を足します。
    ### BEGIN SOLUTION
    return x + x
    ### END SOLUTION


# %% grade="double"
# %% task="counts"
# en: TODO 2: replace each None.
# ja: TODO 2: None を置き換えます。
### BEGIN SOLUTION -> ROWS = None
ROWS = 3
### END SOLUTION
### BEGIN SOLUTION -> COLUMNS = None
COLUMNS = 4
### END SOLUTION
# %% grade="counts"
# %% run
# en: Try it.
# ja: 試します。
text = """one
  two"""
print("twice:", double(np.arange(3)))  # en
print("二倍:", double(np.arange(3)))  # ja
# %% run lang="en"
print("only in English")
# %% run lang="ja"
print("日本語だけ")
# %% [markdown] reflection="reflection_why" lang="en"
# Why is that so?
# %% [markdown] reflection="reflection_why" lang="ja"
# それはなぜですか。
