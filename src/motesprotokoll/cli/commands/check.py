"""``motesprotokoll check``: what somebody should look at in documents and plans."""

import argparse
import os
from collections.abc import Sequence
from functools import partial

import attrs

from motesprotokoll.checks.catalogue import DEFAULT_CATALOGUE
from motesprotokoll.cli import commenting, explaining, mending
from motesprotokoll.cli.arguments import Translate, add_files
from motesprotokoll.cli.documents import Several
from motesprotokoll.cli.looking import Looked, Profiles
from motesprotokoll.cli.status import DONE, FINDINGS
from motesprotokoll.cli.tables import print_json
from motesprotokoll.cli.telling import FORMATS, LINES, LISTS, Told
from motesprotokoll.cli.terminal import say, tell, warn
from motesprotokoll.errors import WriteError, WrongValueError
from motesprotokoll.findings import Severity
from motesprotokoll.messages import translate


def add(to: argparse.ArgumentParser, t: Translate) -> None:
    """Documents, which rules to use, what to do with the corrections, and how to tell the findings."""
    add_files(to, t, t("dokument, eller mappar med dokument; - läser standard in"), needed=False)
    words = t("bara de här reglerna: koder med komma emellan, som MP3,MP401; ALL är alla")
    to.add_argument("--select", metavar=t("KODER"), action="append", help=words)
    words = t("inte de här reglerna, utöver dem som inställningarna väljer bort")
    to.add_argument("--ignore", metavar=t("KODER"), action="append", help=words)
    config = to.add_mutually_exclusive_group()
    words = t("en profil som ett tillägg erbjuder, eller en fil med inställningar (.toml)")
    config.add_argument("--profile", metavar=t("NAMN"), help=words)
    words = t("bry dig inte om motesprotokoll.toml och pyproject.toml")
    config.add_argument("--no-config", action="store_true", help=words)
    words = t("text för människor, json för program, github och gitlab för byggservrar")
    to.add_argument("--format", choices=FORMATS, default=FORMATS[0], help=words)
    to.add_argument("--strict", action="store_true", help=t("upplysningar räknas också: de ger status 1"))
    mend = to.add_mutually_exclusive_group()
    words = t("visa vilka säkra rättelser som --fix skulle göra")
    mend.add_argument("--diff", action="store_true", help=words)
    words = t("visa säkra rättelser och skriv in dem i filen (text, Markdown, JSON)")
    mend.add_argument("--fix", action="store_true", help=words)
    words = t("skriv en kopia av varje Word-fil, med det som hittas som kommentarer på sin plats")
    mend.add_argument("--annotate", action="store_true", help=words)
    words = t("vad kopian ska heta, i stället för filens namn och -granskad")
    to.add_argument("-o", "--output", metavar=t("FIL"), help=words)
    to.add_argument("--overwrite", action="store_true", help=t("ersätt filen om den finns"))
    words = t("förklara en regel, med exempel: dess kod eller namn")
    to.add_argument("--explain", metavar=t("KOD"), help=words)
    to.add_argument("--rules", action="store_true", help=t("lista alla regler"))


def run(arguments: argparse.Namespace) -> int:
    """Print the findings of reading and of the checks, or what the rules are."""
    language = arguments.language or "sv"
    if arguments.explain is not None:
        say(explaining.page(DEFAULT_CATALOGUE.rule(arguments.explain), language))
        return DONE
    if arguments.rules:
        return _list_rules(arguments, language)
    if not arguments.files:
        raise WrongValueError("there is no document to check", None, "name one, or use --rules or --explain")
    if arguments.output is not None and not arguments.annotate:
        raise WrongValueError(
            "--output is what a copy with comments is called", None, "use it with --annotate"
        )
    return _Checking(arguments, language).run()


def _list_rules(arguments: argparse.Namespace, language: str) -> int:
    rules = DEFAULT_CATALOGUE.rules
    if arguments.format in LISTS:
        print_json([explaining.as_data(one, language) for one in rules])
    else:
        say(explaining.listing(rules, language))
    return DONE


@attrs.define
class _Checking:
    """The documents of one call, and what was told of them."""

    arguments: argparse.Namespace
    language: str
    told: list[Told] = attrs.field(factory=list)
    mended: int = 0
    """How many findings are corrected, or would be."""
    mendable: int = 0
    files: int = 0

    def run(self) -> int:
        self._look_into_folders()
        profiles = Profiles(self.arguments)
        documents = Several(self.arguments, Looked)
        for name, looked in documents:
            self.files += 1
            profile = profiles.of(name)
            told = looked.told(profile, self.language)
            if self.arguments.diff or self.arguments.fix:
                try:
                    looked = self._mend(looked, told)
                    told = looked.told(profile, self.language) if self.arguments.fix else told
                except WriteError as error:
                    documents.status = max(documents.status, tell(error))
            if self.arguments.annotate:
                try:
                    self._comment(looked, told)
                except WriteError as error:
                    documents.status = max(documents.status, tell(error))
            self.mendable += mending.can_be_mended(looked, told)
            self._tell(told)
        self._end()
        return max(documents.status, self._status())

    def _look_into_folders(self) -> None:
        if any(map(os.path.isdir, self.arguments.files)):
            from motesprotokoll.cli.registers import documents_of  # which needs much that files do not

            self.arguments.files = documents_of(self.arguments)

    def _mend(self, looked: Looked, told: Sequence[Told]) -> Looked:
        """The document after its corrections were shown, and written if that is asked for."""
        data, count = mending.mended(looked, told)
        if not count:
            return looked
        show = warn if self.arguments.format in LISTS else say
        show(mending.diff(looked.name, looked.data, data))
        if self.arguments.fix:
            looked = mending.write(looked, data)
        self.mended += count
        return looked

    def _comment(self, looked: Looked, told: Sequence[Told]) -> None:
        asked = self.arguments
        if asked.output is not None and self.files > 1:
            raise WriteError("several copies cannot have one name", asked.output, "leave --output out")
        path = commenting.write(looked, told, asked.output, self.language, asked.overwrite)
        warn([translate("Kommentarerna står i {file}.", self.language).format(file=path)])

    def _tell(self, told: Sequence[Told]) -> None:
        self.told += told
        line = LINES.get(self.arguments.format)
        if line is not None and not self.arguments.diff:
            say(line(one, self.language) for one in told)

    def _status(self) -> int:
        if self.arguments.diff:
            return FINDINGS if self.mended else DONE
        least = (Severity.NOTE,) if not self.arguments.strict else ()
        return FINDINGS if any(one.finding.severity not in least for one in self.told) else DONE

    def _end(self) -> None:
        row = LISTS.get(self.arguments.format)
        if row is not None:
            print_json([row(one, self.language) for one in self.told])
        elif self.arguments.diff:
            one, many = "{count} rättelse kan göras med --fix.", "{count} rättelser kan göras med --fix."
            warn([self._counted(one, many, self.mended)])
        elif self.files:
            say([self._summary()])

    def _summary(self) -> str:
        """``1 fel, 3 varningar i 2 filer. 2 kan rättas med --fix.``"""
        t = partial(translate, language=self.language)
        counts = [(one, sum(told.finding.severity is one for told in self.told)) for one in Severity]
        words = ", ".join(self._counted(*_COUNTED[one], count) for one, count in counts if count)
        named = len({one.name for one in self.told}) or self.files
        files = self._counted("{count} fil", "{count} filer", named)
        found = t("{findings} i {files}.") if words else t("Inget att anmärka på i {files}.")
        sentences = [found.format(findings=words, files=files)]
        if self.mended:
            sentences.append(self._counted("{count} rättades.", "{count} rättades.", self.mended))
        if self.mendable:
            sentences.append(t("{count} kan rättas med --fix.").format(count=self.mendable))
        return " ".join(sentences)

    def _counted(self, one: str, many: str, count: int) -> str:
        return translate(one if count == 1 else many, self.language).format(count=count)


_COUNTED = {
    Severity.ERROR: ("1 fel", "{count} fel"),
    Severity.WARNING: ("{count} varning", "{count} varningar"),
    Severity.NOTE: ("{count} upplysning", "{count} upplysningar"),
}
