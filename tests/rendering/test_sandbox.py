"""What a hostile template gets: a refusal with its line, within a second and 100 MB.

The templates are those of public lists of ways out of Jinja2, and ways to use up time and memory.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="measures in a forked process")

_CHAIN = ".__class__.__mro__[1].__subclasses__()"
WAYS_OUT = {
    "class of a text": "{{ ''" + _CHAIN + " }}",
    "class of a list": "{{ []" + _CHAIN + " }}",
    "class of a tuple by base": "{{ ().__class__.__base__.__subclasses__() }}",
    "class by key": "{{ topic['__class__'] }}",
    "class by parts of a name": "{{ topic['__cla' ~ 'ss__'] }}",
    "class by escaped name": "{{ topic['\\x5f\\x5fclass\\x5f\\x5f'] }}",
    "attr filter": "{{ topic|attr('__class__') }}",
    "attr filter by name in a list": "{{ [topic]|map('attr', '__class__')|list }}",
    "map by attribute": "{{ [topic]|map(attribute='__class__')|first }}",
    "sort by attribute": "{{ sources|sort(attribute='__init__.__globals__')|first }}",
    "groupby attribute": "{{ sources|groupby('__class__') }}",
    "sum by attribute": "{{ sources|sum(attribute='__class__') }}",
    "globals of a macro": "{% macro m() %}{% endmacro %}{{ m.__init__.__globals__ }}",
    "function behind a macro": "{% macro m() %}{% endmacro %}{{ m._func.__globals__ }}",
    "globals of a function": "{{ cite.__globals__ }}",
    "globals of an imported macro": (
        "{% import 'shared/phrases.md.j2' as say %}{{ say.point.__init__.__globals__ }}"
    ),
    "module of an import": "{% import 'shared/phrases.md.j2' as say %}{{ say.__dict__ }}",
    "cycler": "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "joiner": "{{ joiner.__init__.__globals__.os }}",
    "lipsum": "{{ lipsum.__globals__['os'].popen('id') }}",
    "dict": "{{ dict.__base__ }}",
    "namespace": "{{ namespace.__init__.__globals__.os }}",
    "namespace made": "{{ namespace(x=1).__init__.__globals__ }}",
    "range": "{{ range.__class__ }}",
    "self": "{{ self.__init__.__globals__.__builtins__ }}",
    "self, its context": "{{ self._TemplateReference__context }}",
    "request": "{{ request.application.__globals__ }}",
    "config": "{{ config.from_object('os') }}",
    "loop": "{% for x in sources %}{{ loop.__class__ }}{% endfor %}",
    "loop, its cause": "{% for x in sources %}{{ loop._recurse }}{% endfor %}",
    "caller": "{% macro m() %}{{ caller.__globals__ }}{% endmacro %}{% call m() %}{% endcall %}",
    "undefined": "{{ nothing.__class__.__init__.__globals__ }}",
    "default of undefined": "{{ (nothing|default(topic)).__class__ }}",
    "generator": "{{ (sources|map('upper')).gi_frame.f_globals }}",
    "a model reads a file": "{{ audience.parse_file('/etc/passwd') }}",
    "a model reads a pickle": (
        "{{ audience.parse_raw('x', content_type='pickle', allow_pickle=true) }}"
    ),
    "a model is made anew": "{{ audience.model_copy(update={'title': 'x'}) }}",
    "a model's class": "{{ audience.model_fields }}",
    "text format": "{{ '{0.__class__}'.format(topic) }}",
    "text format_map": "{{ '{x.__class__}'.format_map({'x': topic}) }}",
    "format by key": "{{ 'x'['format'](topic) }}",
    "format filter": "{{ '%s'|format(topic) }}",
    "percent": "{{ '%s' % topic }}",
    "from import of an underscore": "{% from 'shared/phrases.md.j2' import __class__ as c %}",
    "a file above": "{% include '../../../../etc/passwd' %}",
    "a file from the root": "{% import '/etc/passwd' as x %}",
    "changing a list": "{{ sources.append(1) }}{{ [].append(1) }}",
    "changing a table": "{{ {}.update({'a': 1}) }}",
    "safe": "{{ topic|safe }}",
    "markup of a macro": "{% macro m() %}{% endmacro %}{{ m().format(topic) }}",
    "markup unescaped": "{{ mark('support').unescape() }}",
}
TOO_MUCH = {
    "long text": "{{ 'a' * 10**10 }}",
    "long text by a number": "{{ 10000000000 * 'a' }}",
    "long list": "{{ ([1] * 10**9)|length }}",
    "large range": "{% for i in range(10**9) %}x{% endfor %}",
    "large range, as a list": "{{ range(99999999)|list|length }}",
    "range beyond the machine": "{{ range(10**20)|length }}",
    "loops in loops": (
        "{% for i in range(9999) %}{% for j in range(9999) %}{% for k in range(9999) %}"
        "{% endfor %}{% endfor %}{% endfor %}"
    ),
    "loops that print": (
        "{% for i in range(9999) %}{% for j in range(9999) %}xxxxxxxxxxxxx{% endfor %}{% endfor %}"
    ),
    "loops that pass over": (
        "{% for i in range(9999) %}{% for j in range(9999) if j < 0 %}{% endfor %}{% endfor %}"
    ),
    "powers": "{{ 9**9**9**9 }}",
    "power of a power": "{{ ((10**20)**20)**20 }}",
    "power in a set": "{% set x = 2 ** 99999999 %}",
    "multiplying on": (
        "{% set ns = namespace(x=99) %}{% for i in range(9999) %}"
        "{% set ns.x = ns.x * ns.x %}{% endfor %}"
    ),
    "macro without end": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "macros without end, in turn": (
        "{% macro a() %}{{ b() }}{% endmacro %}{% macro b() %}{{ a() }}{% endmacro %}{{ a() }}"
    ),
    "macro that doubles": (
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% else %}xxxxxxxx{% endif %}"
        "{% endmacro %}{{ m(40) }}"
    ),
    "text that doubles": (
        "{% set ns = namespace(x='aaaaaaaa') %}{% for i in range(99) %}"
        "{% set ns.x = ns.x ~ ns.x %}{% endfor %}"
    ),
    "text that doubles by plus": (
        "{% set ns = namespace(x='aaaaaaaa') %}{% for i in range(99) %}"
        "{% set ns.x = ns.x + ns.x %}{% endfor %}"
    ),
    "text that doubles by set": (
        "{% macro m(x) %}{{ x }}{{ x }}{% endmacro %}{% set ns = namespace(x='aaaaaaaa') %}"
        "{% for i in range(99) %}{% set ns.x = m(ns.x) %}{% endfor %}"
    ),
    "text that doubles by join": (
        "{% set ns = namespace(x='aaaaaaaa') %}{% for i in range(99) %}"
        "{% set ns.x = [ns.x, ns.x]|join %}{% endfor %}"
    ),
    "text that doubles by listing": (
        "{% set ns = namespace(x='aaaaaaaa') %}{% for i in range(99) %}"
        "{% set ns.x = [ns.x, ns.x]|listing %}{% endfor %}"
    ),
    "join of large texts": (
        "{% set big %}{% for i in range(9999) %}xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx{% endfor %}"
        "{% endset %}{{ range(9999)|map('default', big)|join(big)|length }}"
        "{{ range(9999)|join(big)|length }}"
    ),
    "replace in a text": "{{ 'aaaaaaaa'.replace('a', 'a'.ljust(99999999)) }}",
    "list that doubles": (
        "{% set ns = namespace(x=[1]) %}{% for i in range(99) %}"
        "{% set ns.x = ns.x + ns.x %}{% endfor %}"
    ),
    "list of lists that doubles": (
        "{% set ns = namespace(x=[1]) %}{% for i in range(99) %}"
        "{% set ns.x = [ns.x, ns.x] %}{% endfor %}{{ ns.x == 1 }}"
    ),
    "lists of lists that are compared": (
        "{% set ns = namespace(x=[1], y=[1]) %}{% for i in range(40) %}"
        "{% set ns.x = [ns.x, ns.x] %}{% set ns.y = [ns.y, ns.y] %}{% endfor %}{{ ns.x == ns.y }}"
    ),
    "tables of tables": (
        "{% set ns = namespace(x={}) %}{% for i in range(40) %}"
        "{% set ns.x = {'a': ns.x, 'b': ns.x} %}{% endfor %}{{ ns.x == 1 }}"
    ),
    "lists of one list": (
        "{% set a = range(9999)|list %}{% set b = [a, a, a, a, a, a, a, a, a, a] %}"
        "{{ [b, b, b, b, b, b, b, b] == 1 }}"
    ),
    "arguments that double": (
        "{% macro m(n) %}{% if n %}{{ m(n - 1, varargs, varargs) }}{% else %}"
        "{{ varargs == varargs|list }}{% endif %}{% endmacro %}{{ m(60, 1, 2) }}"
    ),
    "join of lists": "{{ [issues, issues]|join }}",
    "text of a list": "{{ issues|lower }}",
    "sum of lists": "{{ [[1, 2]]|sum(start=[])|length }}",
    "searching in a loop": (
        "{% set big = range(9999)|list %}{% for i in range(9999) %}"
        "{% if -1 in big or -2 in big or -3 in big %}{% endif %}{% endfor %}"
    ),
    "sorting in a loop": (
        "{% set big = range(9999)|list %}{% for i in range(9999) %}"
        "{{ (big|sort(reverse=true))[0] }}{% endfor %}"
    ),
    "center filter": "{{ 'a'|center(999999999) }}",
    "indent filter": "{{ 'a'|indent(999999999) }}",
    "ljust": "{{ 'a'.ljust(9999999999)|length }}",
    "zfill": "{{ 'a'.zfill(9999999999)|length }}",
    "expandtabs": "{{ '\t'.expandtabs(999999999)|length }}",
    "width in a format": "{{ '{:>999999999}'.format(1) }}",
    "batch with filling": "{{ ('a',)|batch(999999999, 'x')|list|length }}",
    "many slices": "{{ ('a',)|slice(999999999)|list|length }}",
    "rounding to nowhere": "{{ 1.5|round(999999999, 'ceil') }}",
    "an include that includes itself": "{% include 'mine/brief.md.j2' %}",
    "an import of itself": "{% import 'mine/brief.md.j2' as me %}",
    "a template above itself": "{% extends 'mine/brief.md.j2' %}",
    "a block in itself": "{% block b %}{{ self.b() }}{% endblock %}",
    "includes that double": (
        "{% set n = (n or 0) + 1 if n is defined else 1 %}{% if n < 40 %}"
        "{% include 'mine/brief.md.j2' %}{% include 'mine/brief.md.j2' %}{% endif %}"
    ),
    "a loop that calls itself": (
        "{% for x in range(2) recursive %}{{ loop(range(2)) }}{% endfor %}"
    ),
    "brackets in brackets": "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
    "lists in lists": "{{ " + "[" * 150 + "1" + "]" * 150 + " }}",
    "ifs in ifs": "{% if 1 %}" * 500 + "x" + "{% endif %}" * 500,
    "a long number": "{{ " + "9" * 5000 + " }}",
    "a long template": "{{ topic }}\n" * 60_000,
    "words for a large number": "{{ words(10**30 * 10**30) }}",
}
TEMPLATES = {**WAYS_OUT, **TOO_MUCH}


@pytest.fixture(scope="module")
def results():
    done = subprocess.run(
        [sys.executable, "-m", "tests.rendering.run_template"],
        input=json.dumps(["\n" + template for template in TEMPLATES.values()]),
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    return dict(zip(TEMPLATES, json.loads(done.stdout), strict=True))


@pytest.mark.parametrize("name", TEMPLATES)
def test_it_is_refused_within_two_seconds_and_100_megabytes(results, name):
    result = results[name]

    assert result["refused"], "it was printed"
    assert result["processor"] < 2
    assert result["megabytes"] < 100


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_refusal_names_file_and_line(results, name):
    assert results[name]["where"] == f"brief.md.j2:{1 if name == 'a long template' else 2}"


def test_nothing_that_is_refused_shows_what_it_reached_for(results):
    told = "".join(str(result["refused"]) for result in results.values())

    assert "root:" not in told
    assert "subclasses" not in told.replace("__subclasses__", "")
