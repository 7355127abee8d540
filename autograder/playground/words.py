"""The playground's words."""

from autograder.text import Text

WORDS = {
    "features": Text(en="Features", ja="特徴"),
    "hidden": Text(en="Hidden layers", ja="隠れ層"),
    "output": Text(en="Output", ja="出力"),
    "training_loss": Text(en="Training loss", ja="訓練データの損失"),
    "test_loss": Text(en="Test loss", ja="テストデータの損失"),
    "epoch": Text(en="Epoch", ja="エポック"),
    "play": Text(en="Play", ja="再生"),
    "pause": Text(en="Pause", ja="一時停止"),
    "step": Text(en="Step", ja="1 エポック進める"),
    "reset": Text(en="Reset", ja="最初から"),
    "data": Text(en="Data", ja="データ"),
    "circle": Text(en="Circle", ja="円"),
    "xor": Text(en="XOR", ja="XOR"),
    "gauss": Text(en="Gauss", ja="ガウス"),
    "spiral": Text(en="Spiral", ja="らせん"),
    "noise": Text(en="Noise", ja="ノイズ"),
    "rate": Text(en="Learning rate", ja="学習率"),
    "activation": Text(en="Activation", ja="活性化関数"),
    "tanh": Text(en="tanh", ja="tanh"),
    "relu": Text(en="ReLU", ja="ReLU"),
    "sigmoid": Text(en="sigmoid", ja="シグモイド"),
    "linear": Text(en="linear (none)", ja="linear（なし）"),
    "layers": Text(en="Hidden layers", ja="隠れ層の数"),
    "neurons": Text(en="Neurons in each", ja="各層のニューロン"),
    "test_points": Text(en="Show test points", ja="テストデータも表示"),
    "picture": Text(
        en="The network: features, neurons with their maps, output, and the loss curve",
        ja="ネットワークの図。特徴、ニューロンとその図、出力、損失の曲線",
    ),
    "still": Text(
        en="A still picture of the playground: the controls need Jupyter.",
        ja="プレイグラウンドの静止画です。操作するには Jupyter で実行してください。",
    ),
}
"""Every text that a learner sees, by name."""

SYMBOLS = {
    "x1": "x₁",
    "x2": "x₂",
    "x1^2": "x₁²",
    "x2^2": "x₂²",
    "x1*x2": "x₁x₂",
    "sin(x1)": "sin(x₁)",
    "sin(x2)": "sin(x₂)",
}
"""How the features are written on buttons and in the picture."""
