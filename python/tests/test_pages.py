"""The pages "From Python" and the notebook, from top to bottom."""

from __future__ import annotations

import ast
import json
import os
import re

import pytest

from conftest import ROOT

pytest.importorskip("pandas")


@pytest.mark.parametrize("name", ["from-python.md", "from-python.zh-CN.md"])
def test_page(name, tmp_path, monkeypatch):
    pytest.importorskip("sklearn")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TEXTSHIFT_LANG", "en")
    os.symlink(ROOT / "corpora", tmp_path / "corpora")
    code = "\n".join(re.findall(r"^```python\n(.*?)^```", (ROOT / "docs" / name).read_text(), re.M | re.S))
    lines, names, held = code.splitlines(), {}, 0
    for statement in ast.parse(code).body:
        source = compile(ast.Module([statement], []), name, "exec")
        promised = re.search(r"# → (.*)$", lines[statement.end_lineno - 1])
        if promised:
            assert isinstance(statement, ast.Expr), promised[0]
            found = eval(compile(ast.Expression(statement.value), name, "eval"), names)
            assert str(found) == promised[1], lines[statement.end_lineno - 1]
            held += 1
        else:
            exec(source, names)
    assert held == code.count("# →") > 10


def test_both_languages_have_the_same_code():
    def code(name):
        blocks = re.findall(r"^```python\n(.*?)^```", (ROOT / "docs" / name).read_text(), re.M | re.S)
        return [re.sub(r"  # [^→].*$", "", block, flags=re.M) for block in blocks]

    assert code("from-python.md") == code("from-python.zh-CN.md")


def test_notebook(tmp_path):
    path = ROOT / "docs" / "from-python.ipynb"
    try:
        import ipykernel  # noqa: F401
        import nbclient
        import nbformat
    except ImportError:
        names = {}
        for cell in json.loads(path.read_text())["cells"]:
            if cell["cell_type"] == "code":
                exec("".join(cell["source"]), names)
        return
    notebook = nbformat.read(path, as_version=4)
    nbclient.NotebookClient(notebook, timeout=600, resources={"metadata": {"path": str(tmp_path)}}).execute()
    shown = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    pages = [output["data"]["text/html"] for output in shown if "text/html" in output.get("data", {})]
    assert any("textshift" in page and "<script" not in page for page in pages)
    assert any("in truth" in output.get("text", "") for output in shown)
    # What is in the repository has no output that could grow old.
    assert all(not cell.get("outputs") for cell in json.loads(path.read_text())["cells"])
