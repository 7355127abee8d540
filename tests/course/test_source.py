"""From a source to notebooks and modules, in both languages."""

import base64
import subprocess
import sys

import nbformat
import pytest
from nbclient import NotebookClient
from nbgrader.nbgraderformat import MetadataValidator
from nbgrader.preprocessors import (
    CheckCellMetadata,
    ClearSolutions,
    ComputeChecksums,
    LockCells,
)

from autograder.course.cells import BadSource
from autograder.course.source import render


def notebook(chapter, **options):
    text = render(chapter.source, chapter.assignment, **{"lang": "en", **options})
    return nbformat.reads(text, as_version=4)


def module(chapter, **options):
    return render(chapter.source, chapter.assignment, **{"lang": "en", "form": "module", **options})


def by_grade_id(book):
    return {
        cell.metadata.nbgrader.grade_id: cell for cell in book.cells if "nbgrader" in cell.metadata
    }


@pytest.mark.parametrize("solution", [False, True])
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_notebook_is_valid_for_jupyter_and_nbgrader(chapter, lang, solution):
    book = notebook(chapter, lang=lang, solution=solution)
    nbformat.validate(book)
    MetadataValidator().validate_nb(book)
    assert book.metadata.kernelspec.name == "python3"


def test_a_task_has_a_cell_to_fill_in_and_a_locked_one_that_checks_it(chapter):
    cells = by_grade_id(notebook(chapter))
    assert list(cells) == [
        *("double_solution", "double", "counts_solution", "counts", "reflection_why")
    ]
    solution, grade = cells["double_solution"], cells["double"]
    assert (solution.metadata.nbgrader.solution, solution.metadata.nbgrader.locked) == (True, False)
    assert grade.metadata.nbgrader.points == 4
    assert (grade.metadata.nbgrader.grade, grade.metadata.nbgrader.locked) == (True, True)
    assert grade.source == ('from autograder.notebook import check\n\ncheck("01_small", "double")')
    assert grade.metadata.nbgrader.schema_version == 3


def test_the_japanese_notebook_checks_in_japanese(chapter):
    grade = by_grade_id(notebook(chapter, lang="ja"))["double"]
    assert 'check("01_small", "double", lang="ja")' in grade.source


def test_a_reflection_is_a_question_and_an_answer_marked_by_hand(chapter):
    book = notebook(chapter)
    answer = by_grade_id(book)["reflection_why"]
    assert book.cells[book.cells.index(answer) - 1].source == "Why is that so?"
    assert answer.source == "(Write your answer here.)"
    marks = answer.metadata.nbgrader
    assert (marks.grade, marks.solution, marks.locked, marks.points) == (True, True, False, 2)


def test_the_starter_asks_in_its_own_language_only(chapter):
    source = by_grade_id(notebook(chapter))["double_solution"].source
    assert source == (
        'def double(x):\n    """\n    Twice x.\n\n    x: a number\n    """\n'
        "    # TODO 1: add x to itself.\n"
        '    raise NotImplementedError("TODO 1")'
    )
    japanese = notebook(chapter, lang="ja")
    everything = "\n".join(cell.source for cell in japanese.cells)
    assert "x の 2 倍。" in everything
    assert "日本語だけ" in everything
    for english in ("Twice x", "only in English", "twice:", "en:", "# en", "# ja", "ja:"):
        assert english not in everything


@pytest.mark.parametrize("form", ["notebook", "module"])
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_no_starter_holds_a_line_of_the_solution(chapter, form, lang):
    text = render(chapter.source, chapter.assignment, lang=lang, form=form)
    for line in ("return x + x", "ROWS = 3", "COLUMNS = 4", "SOLUTION"):
        assert line not in text
    assert "ROWS = None" in text


def test_the_solution_keeps_its_regions_for_nbgrader(chapter):
    source = by_grade_id(notebook(chapter, solution=True))["double_solution"].source
    assert "    ### BEGIN SOLUTION\n    return x + x\n    ### END SOLUTION" in source


def test_nbgrader_itself_makes_a_release_from_the_solution(chapter):
    book, resources = notebook(chapter, solution=True), {}
    for step in (LockCells, ClearSolutions, ComputeChecksums, CheckCellMetadata):
        book, resources = step().preprocess(book, resources)
    text = nbformat.writes(book)
    assert "return x + x" not in text
    assert "TODO 1: add x to itself." in text


def test_the_checksums_are_nbgraders_own(chapter):
    book = notebook(chapter)
    before = nbformat.writes(book)
    assert nbformat.writes(ComputeChecksums().preprocess(book, {})[0]) == before


def test_cells_that_are_run_carry_the_standard_tag(chapter):
    setup, *tagged = [c.source for c in notebook(chapter).cells if c.metadata.get("tags")]
    assert "%pip install --quiet neural-kata-student" in setup
    assert [source.split("\n")[0] for source in tagged] == [
        "# Try it.",
        'print("only in English")',
    ]
    assert all(
        c.metadata.tags == ["skip-execution"]
        for c in notebook(chapter).cells
        if "tags" in c.metadata
    )


def test_a_picture_is_drawn_into_the_notebook(chapter):
    cell = notebook(chapter).cells[0]
    assert "![A line from 0 to 1,\nrising](attachment:line.png) and text." in cell.source
    png = base64.b64decode(cell.attachments["line.png"]["image/png"])
    assert png.startswith(b"\x89PNG")
    japanese = notebook(chapter, lang="ja").cells[0]
    assert base64.b64decode(japanese.attachments["line.png"]["image/png"]) != png


def test_the_module_tells_what_a_picture_shows(chapter):
    assert "# (picture: A line from 0 to 1,\n# rising) and text." in module(chapter)
    assert "（図：0 から 1 へ上がる直線）" in module(chapter, lang="ja")


@pytest.mark.parametrize("form", ["notebook", "module"])
def test_the_same_source_gives_the_same_text(chapter, form):
    texts = {render(chapter.source, chapter.assignment, lang="ja", form=form) for _ in range(2)}
    assert len(texts) == 1


def test_a_new_cell_leaves_the_other_cells_ids_alone(chapter):
    before = [cell.id for cell in notebook(chapter).cells]
    chapter.change("# %% grade", '# %% run\nprint("new")\n# %% grade')
    after = [cell.id for cell in notebook(chapter).cells]
    assert len(after) == len(set(after)) == len(before) + 2
    assert [name for name in after if name in before] == before


def test_the_starter_module_can_be_imported_and_its_functions_raise(chapter):
    names = {"__name__": "small"}
    exec(compile(module(chapter), "small.py", "exec"), names)
    assert names["ROWS"] is None
    assert names["REFLECTION_WHY"] == "\n(Write your answer here.)\n"
    with pytest.raises(NotImplementedError, match="TODO 1"):
        names["double"](1)


def test_the_module_runs_as_a_script_what_the_notebook_runs(chapter, tmp_path):
    path = tmp_path / "small.py"
    path.write_text(module(chapter, solution=True, lang="ja"), encoding="utf-8")
    environment = {"PYTHONUTF8": "1"}
    ran = subprocess.run(
        [sys.executable, path], capture_output=True, text=True, check=True, env=environment
    )
    assert ran.stdout == "二倍: [0 2 4]\n日本語だけ\n"


def test_indenting_leaves_strings_alone(chapter):
    assert '    text = """one\n  two"""\n' in module(chapter)


def test_the_module_begins_with_what_to_do(chapter):
    text = module(chapter)
    assert text.startswith('"""1. Small\n\nFill in what is marked TODO.')
    assert "kata check 01" in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_a_solution_notebook_runs_in_jupyter(chapter):
    book = notebook(chapter, solution=True)
    book.cells = [c for c in book.cells if not c.metadata.get("nbgrader", {}).get("locked")]
    options = {"timeout": 60, "kernel_name": "python3", "skip_cells_with_tag": "nothing"}
    NotebookClient(book, **options).execute()
    printed = [o.text for cell in book.cells for o in cell.get("outputs", []) if "text" in o]
    assert printed == ["twice: [0 2 4]\n", "only in English\n"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('task="counts"', 'task="cuonts"', "01_small/small.py:31: task='cuonts' is not in the"),
        ('task="counts"', 'task="cuonts"', "small.py:1: no cell has task='counts'"),
        ('# %% grade="counts"', "", "no cell has grade='counts'"),
        ('grade="counts"', 'grade="double"', "2 cells have grade='double'"),
        ('[markdown] lang="en"', "[markdown]", 'small.py:1: a markdown cell is to say lang="en"'),
        ('lang="ja"\n# # 1.', 'lang="fr"\n# # 1.', "small.py:6: there is no language 'fr'"),
        ('# %% run lang="ja"\nprint("日本語だけ")\n', "", "this cell has none in ja"),
        ("TODO 2: rep", "TODO 3: rep", "TODO 3 in the cell of task 2, 'counts'"),
        ("    ### END SOLUTION", "    # END", "BEGIN SOLUTION without END SOLUTION"),
        ('# %% task="counts"', "# %%", "a solution region in a cell without task="),
        ("picture:line", "picture:circle", "picture:circle: pictures.py has no function"),
        ("import numpy as np", "import os", "a learner's file does not import 'os'"),
        ("import numpy as np", "from . import x", "a learner's file does not import '.'"),
        ("import numpy as np", "from autograder.course import mnist", "does not import 'autogr"),
        ("import numpy as np", "import numpy as np\nprint(1)", "only '# %% run' cells do some"),
        ("import numpy as np", "%matplotlib inline", "no magics"),
        ("return x + x", "return x +", "not Python in 'en'"),
        ("# %% run\n", "# %% runs\n", "the cell's line says runs"),
        ("# %% run\n", '# %% run graed="x"\n', "the cell's line says graed"),
        ('# %% grade="double"', '# %% grade="double"\nprint(1)', "a grade cell is to be empty"),
        ('# %% grade="double"', '# %% grade="double" task="double"', "a cell has one role"),
        ('task="counts"', 'reflection="reflection_why"', "reflection is for markdown"),
        ("# %% [markdown]", "#%% [markdown]", "every cell is to begin with a line '# %% …'"),
    ],
)
def test_a_slip_in_a_source_is_named_with_its_line(chapter, old, new, said):
    chapter.change(old, new)
    with pytest.raises(BadSource) as caught:
        render(chapter.source, chapter.assignment, lang="en")
    assert said in caught.value.text.en
    assert all(line.startswith("01_small/small.py:") for line in str(caught.value).splitlines())


def test_lines_in_one_language_only_are_named(chapter):
    chapter.change("# ja: 試します。\n", "")
    chapter.change('print("二倍:", double(np.arange(3)))  # ja\n', "")
    with pytest.raises(BadSource, match="the cell has lines marked 'en' only"):
        render(chapter.source, chapter.assignment, lang="ja")


def test_all_slips_are_named_at_once(chapter):
    chapter.change("import numpy as np", "import os")
    chapter.change("picture:line", "picture:circle")
    with pytest.raises(BadSource) as caught:
        render(chapter.source, chapter.assignment, lang="en")
    assert [p.line for p in caught.value.problems] == [1, 6, 10]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("def line(lang):\n    return 1 / 0\n", "picture:line in 'en': ZeroDivisionError"),
        ("import no_such_thing\ndef line(lang): ...\n", "No module named 'no_such_thing'"),
        (
            "import matplotlib.pyplot as plt\ndef line(lang): return plt.figtext(0, 0, '字').figure",
            "Glyph 23383",
        ),
        ("def line(lang:\n", "pictures.py is not Python"),
        ("", "pictures.py has no function of this name"),
    ],
)
def test_a_picture_that_cannot_be_drawn_is_named(chapter, code, said):
    chapter.source.with_name("pictures.py").write_text(code)
    with pytest.raises(BadSource) as caught:
        render(chapter.source, chapter.assignment, lang="en")
    assert said in str(caught.value)


def test_a_missing_source_is_named(chapter):
    chapter.source.unlink()
    with pytest.raises(BadSource, match=r"01_small/small\.py:1: No such file"):
        render(chapter.source, chapter.assignment, lang="en")
