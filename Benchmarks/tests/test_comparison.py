"""The benchmarks measure what they say: the same articles for all, and figures that add up."""

from __future__ import annotations

import io
import re
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from contextlib import redirect_stderr
from pathlib import Path
from unittest import mock

from comparison import record, sites
from comparison.aside import Aside
from comparison.builders import Comparison, Series, Site, stage_costs
from comparison.chart import Line, svg
from comparison.measuring import Cost, run
from comparison.report import Result, sections
from comparison.sites import Size, write_sites

LINK = re.compile(r"\]\((?:\.\./\.\./\d{4}/(a\d+)/|(a\d+)\.md)\)")
TIMINGS = """\
  ar  284 pages, 60 articles
  stage            wall s  CPU s  items
  index             0.365  0.346    653
  feeds and files   0.185  0.131   1617
  changes           0.012  0.011       
"""


def body(path: Path) -> str:
    return LINK.sub(lambda link: f"]({link[1] or link[2]})", path.read_text().split("---\n", 2)[2])


class Sites(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name, "site")
        self.aside = Aside(Path(folder.name, "aside"))

    def files(self, folder: Path) -> dict[str, bytes]:
        return {
            str(path.relative_to(folder)): path.read_bytes()
            for path in folder.rglob("*") if path.is_file()
        }

    def test_the_same_count_gives_the_same_bytes(self) -> None:
        for name in ("one", "other"):
            write_sites(self.folder / name, 12, self.aside)
        self.assertEqual(self.files(self.folder / "one"), self.files(self.folder / "other"))

    def test_both_generators_get_the_same_texts(self) -> None:
        size = write_sites(self.folder, 12, self.aside)
        ours = list(self.folder.glob("ctsite/content/articles/*/*/*.md"))
        theirs = self.folder / "hugo/content/articles"
        self.assertEqual(size.arabic, 12)
        self.assertEqual(len(ours), size.arabic + size.english)
        self.assertEqual(len(ours), len(list(theirs.glob("a*.md"))))
        for path in ours:
            self.assertEqual(body(path), body(theirs / f"{path.parent.name}.{path.stem}.md"))

    def test_links_lead_to_articles_that_are_there(self) -> None:
        write_sites(self.folder, 12, self.aside)
        found = 0
        for path in self.folder.glob("hugo/content/articles/a*.md"):
            language = path.name.split(".")[1]
            for link in LINK.finditer(path.read_text()):
                self.assertTrue((path.parent / f"{link[2]}.{language}.md").exists())
                found += 1
        self.assertGreater(found, 12)

    def test_what_is_there_is_written_again_only_when_a_source_changed(self) -> None:
        templates = self.folder.parent / "templates"
        templates.mkdir()
        with mock.patch.multiple(sites, TEMPLATES=templates, ROOT=Path("/")):
            size = write_sites(self.folder, 12, self.aside)
            own = self.folder / "ctsite/content/site.yaml"
            own.write_text("mine")
            self.assertEqual(write_sites(self.folder, 12, self.aside), size)
            self.assertEqual(own.read_text(), "mine")
            self.assertFalse(self.aside.folder.exists())

            (templates / "page.html").write_text("new")
            self.assertEqual(write_sites(self.folder, 12, self.aside), size)
            self.assertEqual(own.read_text(), sites.SITE)
            self.assertEqual((self.folder / "ctsite/templates/page.html").read_text(), "new")

    def test_outputs_are_put_aside_and_deleted_at_the_end(self) -> None:
        site = Site(self.folder, self.aside)
        for number in range(2):
            site.output.mkdir(parents=True)
            (site.output / "page.html").write_text(str(number))
            site.empty()
            self.assertFalse(site.output.exists())
        kept = sorted(path.read_text() for path in self.aside.folder.glob("*/public/page.html"))
        self.assertEqual(kept, ["0", "1"])
        self.aside.delete()
        self.assertEqual(list(self.folder.parent.iterdir()), [self.folder])


class Interruption(unittest.TestCase):
    def test_the_edited_article_is_as_before_after_a_build_that_fails(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            aside = Aside(Path(folder, "aside"))
            write_sites(Path(folder, "site"), 2, aside)
            comparison = Comparison(Site(Path(folder, "site/ctsite"), aside), None)
            article, texts = comparison.edited, []

            def build(*_: object) -> tuple[Cost, str]:
                texts.append(article.read_bytes())
                if len(set(texts)) > 1:
                    sys.exit("the build failed")
                return Cost(1, 1, 1), TIMINGS

            with (
                mock.patch("comparison.builders.run", build), redirect_stderr(io.StringIO()),
                self.assertRaises(SystemExit),
            ):
                comparison.build_with_ctsite(0)
            self.assertGreater(len(texts[-1]), len(texts[0]))
            self.assertEqual(article.read_bytes(), texts[0])


class Figures(unittest.TestCase):
    def test_a_program_is_measured_alone(self) -> None:
        cost, printed = run(["sh", "-c", "sleep 0.2; echo done"], Path("/"))
        self.assertEqual(printed, "done\n")
        self.assertGreaterEqual(cost.wall, 0.2)
        self.assertLess(cost.cpu, 0.1)

    def test_the_memory_of_what_measures_is_not_the_program_s(self) -> None:
        held = b"1" * 200_000_000
        cost, _ = run(["true"], Path("/"))
        self.assertLess(cost.memory, 50)
        self.assertEqual(len(held), 200_000_000)

    def test_a_program_that_fails_ends_the_measurement(self) -> None:
        with self.assertRaisesRegex(SystemExit, "sh failed \\(3\\):\nwhy"):
            run(["sh", "-c", "echo why >&2; exit 3"], Path("/"))
        with self.assertRaisesRegex(SystemExit, "sh failed \\(-9\\)"):
            run(["sh", "-c", "kill -9 $$"], Path("/"))
        with self.assertRaisesRegex(SystemExit, "no/program failed \\(not started\\)"):
            run(["/no/program"], Path("/"))

    def test_stages_are_found_by_their_whole_names(self) -> None:
        self.assertEqual(stage_costs(TIMINGS), {
            "index": Cost(0.346, 0.365, 0), "feeds and files": Cost(0.131, 0.185, 0),
            "changes": Cost(0.011, 0.012, 0),
        })
        with self.assertRaisesRegex(SystemExit, "lack ‘index’:\n  no table"):
            stage_costs("  no table\n")

    def test_ratios_are_of_pairs(self) -> None:
        rows = table([result(10, ours=[1, 2, 4], floor=[1, 1, 1])])
        self.assertEqual(rows["without the search ÷ floor, CPU"], ["2.0", "1.0  2.0  4.0"])
        self.assertEqual(rows["ctsite, everything"], ["2.00", "2.00", "100", "", ""])

    def test_sites_of_several_sizes_are_compared_by_article(self) -> None:
        rows = table([result(10, [1], [1]), result(1000, [110], [1])])
        self.assertEqual(rows["1,000"], ["110.00", "110 %", "1.00", ""])

    def test_sites_without_the_peers_stand_beside_those_with_them(self) -> None:
        small, large = result(10, [1, 1], [1, 1]), result(1000, [110], [1])
        small.series["peers"] = Series([Cost(5, 5, 5), Cost(5, 5, 5)])
        small.series["everything: load"] = Series([Cost(0.1, 1, 0), Cost(0.3, 1, 0)])
        large.series["everything: pages"] = Series([Cost(7, 1, 0)])
        rows = table([small, large])
        self.assertEqual(rows["10"], ["100.00", "100 %", "100.00", "500.00"])
        self.assertEqual(rows["1,000"], ["110.00", "110 %", "1.00", ""])
        self.assertEqual(rows["load"], ["0.20", ""])
        self.assertEqual(rows["pages"], ["", "7.00"])
        text = sections([small, large])
        self.assertIn("Markdown. Medians of 2 runs:", text)
        self.assertIn("Markdown. Hugo and Pagefind were left out. One run:", text)


def table(results: list[Result]) -> dict[str, list[str]]:
    """The cells behind the first one of each row."""
    lines = [line.strip("|").split("|") for line in sections(results).splitlines() if "|" in line]
    return {cells[0].strip(): [cell.strip() for cell in cells[1:]] for cells in lines}


def result(count: int, ours: list[float], floor: list[float]) -> Result:
    names = ("everything", "nothing changed", "one edit", "without the search")
    series = {name: Series([Cost(cpu, cpu, 100) for cpu in ours]) for name in names}
    series["floor"] = Series([Cost(cpu, cpu, 10) for cpu in floor])
    return Result(f"{count} articles", Size(count, 0, 1_000_000), series)


class Chart(unittest.TestCase):
    def test_what_is_proportional_is_level_and_ten_times_as_much_is_one_line_up(self) -> None:
        chart = ElementTree.fromstring(
            svg([Line("ours", [(1000, 5), (10_000, 5)]), Line("theirs", [(1000, 50)])])
        )
        space = {"svg": "http://www.w3.org/2000/svg"}
        points = [
            [tuple(map(float, point.split(","))) for point in line.get("points").split()]
            for line in chart.findall("svg:polyline", space)
        ]
        rows = [float(row.get("y1")) for row in chart.findall("svg:line", space)]
        (first, second), (above,) = points
        self.assertEqual(first[1], second[1])
        self.assertLess(first[0], second[0])
        self.assertAlmostEqual(first[1] - above[1], rows[0] - rows[1], delta=0.2)
        labels = [text.text for text in chart.findall("svg:text", space)]
        self.assertLessEqual({"1", "10", "100", "1,000", "10,000", "ours", "theirs"}, set(labels))


class Record(unittest.TestCase):
    def test_figures_take_the_place_of_earlier_ones(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            page, chart = Path(folder, "page.md"), Path(folder, "chart.svg")
            page.write_text(f"before\n{record.BEGIN}old\n{record.END}after\n")
            with mock.patch.multiple(record, PAGE=page, CHART=chart):
                record.record("new\n", [result(10, [1], [1])])
                self.assertFalse(chart.exists())
                record.record("newer\n", [result(10, [1], [1]), result(20, [2], [2])])
            self.assertRegex(
                page.read_text(),
                f"^before\n{record.BEGIN}\nnewer\n\n!\\[.*\\]\\(images/chart.svg\\)\n\n"
                f"{record.END}after\n$",
            )
            self.assertIn("ctsite", chart.read_text())


if __name__ == "__main__":
    unittest.main()
