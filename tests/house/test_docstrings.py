"""Everything public says what it is; what a port says of a method, its implementations need not."""

import ast
from collections.abc import Collection, Iterator

from tests.house.tree import Source, product

Function = ast.FunctionDef | ast.AsyncFunctionDef
Documented = ast.Module | ast.ClassDef | Function


def undocumented(sources: Collection[Source]) -> Iterator[str]:
    """Every public module, class, function and method that nothing says the meaning of."""
    told = {name for source in sources for name in _told_by_ports(source.tree)}
    for source in sources:
        if source.text.strip():
            yield from (f"{source.path}: {name}" for name in _silent(source.tree, "", told))


def _told_by_ports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and any("Protocol" in ast.unparse(b) for b in node.bases):
            yield from (f.name for f in node.body if isinstance(f, Function) and _says(f))


def _says(node: Documented) -> bool:
    return bool(ast.get_docstring(node))


def _silent(node: Documented, prefix: str, told: Collection[str]) -> Iterator[str]:
    if not _says(node):
        yield prefix or "the module"
    if isinstance(node, Function):  # what stands inside a function is its own affair
        return
    for child in node.body:
        told_already = isinstance(node, ast.ClassDef) and getattr(child, "name", "") in told
        if isinstance(child, Documented) and not child.name.startswith("_") and not told_already:
            yield from _silent(child, f"{prefix}.{child.name}".lstrip("."), told)


def test_every_public_module_class_and_function_says_what_it_is():
    """Nobody has to read a body to learn what a thing is for."""
    assert list(undocumented(product())) == []


def test_a_silent_module_class_or_method_is_found_and_a_private_one_is_left_alone():
    """The check can fail at each level."""
    code = "class A:\n    def f(self): ...\n    def _g(self): ...\ndef h():\n    def inner(): ..."
    found = list(undocumented([Source("shared/x.py", code)]))
    assert found == [f"shared/x.py: {name}" for name in ("the module", "A", "A.f", "h")]


def test_a_port_that_is_silent_about_a_method_is_found_and_one_that_tells_covers_the_others():
    """A method is explained once, where its meaning is agreed."""
    port = "'''Ports.'''\nclass Port(Protocol):\n    '''A port.'''\n    def f(self):{}"
    real = Source("shared/y.py", "'''It.'''\nclass It:\n    '''It.'''\n    def f(self): ...")
    assert len(list(undocumented([Source("shared/x.py", port.format(" ...")), real]))) == 2
    assert list(undocumented([Source("shared/x.py", port.format(" '''Does.'''")), real])) == []
