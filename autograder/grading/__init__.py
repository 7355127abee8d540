"""What a check may use: `require`, `wrong`, `as_array`, and the types that come back.

A check is an ordinary pytest function with a `points` mark that asks the `submission` fixture:

    @pytest.mark.points(1, task="relu", needs="test_relu_of_one_number")
    def test_relu_of_a_batch(submission):
        '''The line that the learner sees.

        学習者が見る一行です。
        '''
        got = as_array(submission.call("relu", x), name="relu(x)", shape=x.shape)
        require(..., en="...", ja="...")
"""

from autograder.boundary.shared import share
from autograder.grading._submission import Submission
from autograder.grading.model import Compiled, DenseLayer, Layer, Model
from autograder.grading.values import Answer, Axes, Drawing, Figure, History, Line, Opaque, Sample
from autograder.grading.verdict import (
    CheckFailed,
    CouldNotCheck,
    NotDone,
    as_array,
    kind_of,
    require,
    wrong,
)
from autograder.text import Text

__all__ = [
    "Answer",
    "Axes",
    "CheckFailed",
    "Compiled",
    "CouldNotCheck",
    "DenseLayer",
    "Drawing",
    "Figure",
    "History",
    "Layer",
    "Line",
    "Model",
    "NotDone",
    "Opaque",
    "Sample",
    "Submission",
    "Text",
    "as_array",
    "kind_of",
    "require",
    "share",
    "wrong",
]
