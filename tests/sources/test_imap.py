"""Mails read from a real IMAP server: all of them, each once, nothing changed there, whatever breaks."""

from __future__ import annotations

import imaplib
import random
import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import date, timedelta
from itertools import chain, repeat
from pathlib import Path

import pytest

from wentwell.interview import Message
from wentwell.sources import SourceError, imap

from ..imap_server import FIRST_DAY, HOST, PASSWORD, USER, Line, Server, mail, token


def account(server: Server, **changes: object) -> imap.Account:
    plain = imap.Account(host=HOST, user=USER, port=server.tls, ca=server.ca)
    return plain.model_copy(update=changes)


def password() -> imap.Secret:
    return imap.Secret(PASSWORD)


def no_pause(_: float) -> None:
    pass


def subjects(batches: Iterator[imap.FetchedBatch]) -> list[str]:
    return [message.subject for batch in batches for message in batch.messages]


def numbered(count: int, first: int = 0) -> list[str]:
    return [f"Mail {number}" for number in range(first, first + count)]


def test_ten_thousand_mails_come_once_and_never_many_at_a_time(mailbox: Server) -> None:
    mailbox.put(mail(number, size=300_000 if number % 250 == 0 else 0) for number in range(10_000))
    before = mailbox.files()
    told: list[imap.Progress] = []
    seen: list[str] = []
    most = whole = 0
    with Line(mailbox.tls, repeat(None)) as line:
        came = 0
        for batch in imap.fetch(account(mailbox, port=line.port), password, on_progress=told.append):
            seen += [message.subject for message in batch.messages]
            most, came = max(most, line.came - came), line.came
        whole = line.came
    assert seen == numbered(10_000)
    assert batch.bookmark.last_uid == 10_000
    # a piece of 2 MB, a hundred heads, the numbers of all mails, and what encryption adds
    assert most < 2.5 * 1024 * 1024
    assert whole > 6 * most
    assert [one.done for one in told] == sorted(one.done for one in told)
    assert {one.total for one in told} == {10_000}
    assert told[-1].done == 10_000
    assert mailbox.files() == before


def test_ten_thousand_mails_over_a_line_that_breaks_come_once(mailbox: Server) -> None:
    mailbox.put(mail(number, size=40_000 if number % 500 == 0 else 0) for number in range(10_000))
    chance = random.Random(5)  # noqa: S311
    breaks = (
        chance.choice([chance.randint(9_000, 60_000), chance.randint(90_000, 900_000)]) for _ in repeat(0)
    )
    with Line(mailbox.tls, breaks) as line:
        batches = list(imap.fetch(account(mailbox, port=line.port), password, pause=no_pause))
    assert subjects(iter(batches)) == numbered(10_000)
    assert line.cuts >= 20
    assert batches[-1].progress.losses >= 20
    assert batches[-1].bookmark.last_uid == 10_000


@pytest.mark.parametrize("seed", range(4))
def test_stopped_anywhere_it_goes_on_at_the_bookmark(mailbox: Server, seed: int) -> None:
    """The line breaks, and the program ends: after a batch was kept, or before."""
    mailbox.put(mail(number, size=chance_size(number)) for number in range(160))
    chance = random.Random(seed)  # noqa: S311
    breaks = (chance.choice([None, chance.randint(8_000, 300_000)]) for _ in repeat(0))
    kept: list[str] = []
    bookmark: imap.Bookmark | None = None
    runs = 0
    with Line(mailbox.tls, breaks) as line:
        while bookmark is None or bookmark.last_uid < 160:
            runs += 1
            batches = imap.fetch(account(mailbox, port=line.port), password, bookmark, pause=no_pause)
            with suppress(SourceError):  # given up
                for batch in batches:
                    if chance.random() < 0.4:
                        break  # ended before this batch was kept
                    kept += [message.subject for message in batch.messages]
                    bookmark = batch.bookmark
                    if chance.random() < 0.3:
                        break
    assert kept == numbered(160)
    assert runs > 1


def chance_size(number: int) -> int:
    return 500_000 if number % 20 == 3 else 0


def test_a_bookmark_not_kept_doubles_nothing_that_is_known(mailbox: Server) -> None:
    mailbox.put(mail(number) for number in range(250))
    kept: dict[str, str] = {}
    for batch in imap.fetch(account(mailbox), password):
        kept |= {imap.identity(message): message.subject for message in batch.messages}
        break  # the mails were kept, the bookmark was not
    assert 0 < len(kept) < 250
    rest = subjects(imap.fetch(account(mailbox), password, knows=kept.__contains__))
    assert [*kept.values(), *rest] == numbered(250)


def test_numbers_given_anew_start_the_folder_again_and_double_nothing(mailbox: Server) -> None:
    unnamed = mail(7).replace(b"Message-ID: <7@firm.example>\r\n", b"")
    mailbox.put([*(mail(number) for number in range(5)), unnamed])
    (first,) = imap.fetch(account(mailbox), password)
    known = {imap.identity(message) for message in first.messages}
    assert len(known) == 6
    mailbox.number_anew()
    mailbox.put([mail(100)])
    again = list(imap.fetch(account(mailbox), password, first.bookmark, knows=known.__contains__))
    assert subjects(iter(again)) == ["Mail 100"]
    assert again[0].restarted
    assert again[-1].bookmark.validity != first.bookmark.validity
    assert list(imap.fetch(account(mailbox), password, again[-1].bookmark)) == []


def test_only_what_is_new_comes_next_time(mailbox: Server) -> None:
    mailbox.put(mail(number) for number in range(3))
    *_, last = imap.fetch(account(mailbox), password)
    mailbox.put([mail(3)])
    assert subjects(imap.fetch(account(mailbox), password, last.bookmark)) == ["Mail 3"]


def test_the_first_day_counts_and_an_earlier_one_starts_again(mailbox: Server) -> None:
    for number in range(4):
        mailbox.put([mail(number)], day=FIRST_DAY + timedelta(days=number))
    day = FIRST_DAY + timedelta(days=2)
    *_, last = imap.fetch(account(mailbox), password, since=day)
    assert subjects(iter([last])) == ["Mail 2", "Mail 3"]
    later = imap.fetch(account(mailbox), password, last.bookmark, since=day + timedelta(days=1))
    assert subjects(later) == []
    earlier = list(imap.fetch(account(mailbox), password, last.bookmark, since=FIRST_DAY))
    assert subjects(iter(earlier)) == numbered(4)
    assert earlier[0].restarted
    assert imap.count(account(mailbox), password, since=day) == imap.FolderCount(mails=4, since=2)


def test_the_numbers_of_a_large_folder_come_in_parts(mailbox: Server) -> None:
    from wentwell.sources.imap._session import connected

    mailbox.put(mail(number) for number in range(20))
    with connected(account(mailbox), password) as session:
        opened = session.examine("INBOX")
        parts = list(session.uids(opened, 2, None, most=7))
        beyond = list(session.uids(opened, 20, None))
    assert parts == [list(range(3, 10)), list(range(10, 17)), list(range(17, 21))]
    assert not any(beyond)


def test_an_empty_folder_moves_the_bookmark_only_once(mailbox: Server) -> None:
    (only,) = imap.fetch(account(mailbox), password)
    assert only.messages == ()
    assert list(imap.fetch(account(mailbox), password, only.bookmark)) == []


def test_a_mail_of_no_concern_is_not_fetched(mailbox: Server) -> None:
    mailbox.put(mail(number, size=400_000) for number in range(8))
    heads: list[Message] = []

    def wants(head: Message) -> bool:
        heads.append(head)
        return head.subject == "Mail 6"

    batches = list(imap.fetch(account(mailbox), password, wants=wants))
    assert subjects(iter(batches)) == ["Mail 6"]
    assert batches[-1].bookmark.last_uid == 8
    assert batches[-1].progress.received < 500_000
    assert [head.message_id for head in heads] == [f"<{number}@firm.example>" for number in range(8)]
    assert {head.sender.name for head in heads if head.sender} == {"Ann Lee"}
    assert all(not head.document.text and not head.attachments for head in heads)


def test_of_a_very_large_mail_only_the_beginning_comes(mailbox: Server) -> None:
    mailbox.put([mail(0, size=12 * 1024 * 1024), mail(1)])
    batches = list(imap.fetch(account(mailbox), password))
    large, small = (message for batch in batches for message in batch.messages)
    assert (large.is_cut, small.is_cut) == (True, False)
    assert "thank you for your time" in large.document.text
    assert batches[-1].progress.received < 9 * 1024 * 1024


def test_a_mail_whose_file_is_broken_stops_no_other(mailbox: Server) -> None:
    mailbox.put(mail(number) for number in range(4))
    broken = sorted(mailbox.folder().glob("cur/*"))[1]
    imap.count(account(mailbox), password)  # it knows the mail, and then the file is another
    broken.unlink()
    broken.mkdir()
    batches = list(imap.fetch(account(mailbox), password, pause=no_pause))
    assert subjects(iter(batches)) == ["Mail 0", "Mail 2", "Mail 3"]


def test_one_mail_refused_among_others_is_left_out_but_never_all() -> None:
    from wentwell.sources.imap._fetch import _each
    from wentwell.sources.imap._session import ConnectionLost, Refused

    def ask(uids: Sequence[int]) -> list[int]:
        if refused & set(uids):
            raise Refused("NO [SERVERBUG]")
        return list(uids)

    left_out: list[int] = []
    refused = {2}
    assert _each([1, 2, 3], ask, left_out) == [1, 3]
    assert left_out == [2]
    refused = {1, 2, 3}
    with pytest.raises(ConnectionLost):
        _each([1, 2, 3], ask, left_out)
    assert left_out == [2]


def test_nothing_that_could_change_a_mailbox_is_ever_said(
    mailbox: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    mailbox.put([mail(0), mail(1)])
    new = mailbox.folder() / "new"
    (new / "1800000000.M1.test").write_bytes(mail(2))
    said: list[bytes] = []
    plain = imaplib.IMAP4.send

    def send(self: imaplib.IMAP4, data: bytes) -> None:
        said.append(data)
        plain(self, data)

    monkeypatch.setattr(imaplib.IMAP4, "send", send)
    imap.folders(account(mailbox), password)
    assert subjects(imap.fetch(account(mailbox), password)) == numbered(3)
    commands = {
        b" ".join(line.split()[1:3]).upper() for line in b"".join(said).split(b"\r\n") if b" " in line
    }
    allowed = (b"CAPABILITY", b"AUTHENTICATE", b"LIST", b"EXAMINE", b"UID SEARCH", b"UID FETCH", b"LOGOUT")
    assert {b"EXAMINE INBOX", b"UID FETCH"} <= {one.replace(b'"', b"") for one in commands}
    assert all(one.startswith(allowed) for one in commands), commands
    assert b"BODY[" not in b"".join(said)
    assert b"BODY.PEEK[]" in b"".join(said)
    assert sorted(path.name for path in mailbox.folder().glob("cur/*") if ",S" in path.name) == []


def test_folders_have_the_names_that_people_read(mailbox: Server) -> None:
    mailbox.put([mail(5)], "J&APY-bs &- Co")
    mailbox.put([], "Sent")
    found = imap.folders(account(mailbox), password)
    assert [one.name for one in found] == ["INBOX", "Jöbs & Co", "Sent"]
    assert found[2].uses == ("sent",)
    assert subjects(imap.fetch(account(mailbox), password, folder="Jöbs & Co")) == ["Mail 5"]


def test_a_missing_folder_is_told_with_those_that_are_there(mailbox: Server) -> None:
    mailbox.put([], "Archive")
    with pytest.raises(SourceError, match=r"no folder “Jobs”; there are: INBOX, Archive$"):
        list(imap.fetch(account(mailbox), password, folder="Jobs"))


def test_a_bookmark_of_another_folder_is_refused(mailbox: Server) -> None:
    (only,) = imap.fetch(account(mailbox), password)
    with pytest.raises(SourceError, match="the bookmark is of INBOX"):
        list(imap.fetch(account(mailbox), password, only.bookmark, folder="Archive"))


def test_starttls_and_tokens_open_it_too(mailbox: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    mailbox.put([mail(0)])
    asked: list[str] = []

    def fresh() -> imap.Secret:
        asked.append("asked")
        return imap.Secret(token(), "token")

    clear = account(mailbox, port=mailbox.starttls, starttls=True)
    assert subjects(imap.fetch(clear, password)) == ["Mail 0"]
    assert subjects(imap.fetch(clear, fresh)) == ["Mail 0"]

    from imapclient import IMAPClient

    plain = IMAPClient.capabilities
    monkeypatch.setattr(
        IMAPClient, "capabilities", lambda self: {one for one in plain(self) if one != b"AUTH=OAUTHBEARER"}
    )
    assert subjects(imap.fetch(account(mailbox), fresh)) == ["Mail 0"]
    assert len(asked) == 2


def test_a_new_token_is_asked_for_at_each_connection(mailbox: Server) -> None:
    mailbox.put(mail(number) for number in range(300))
    asked: list[imap.Secret] = []

    def fresh() -> imap.Secret:
        asked.append(imap.Secret(token(), "token"))
        return asked[-1]

    with Line(mailbox.tls, chain([40_000], repeat(None))) as line:
        found = subjects(imap.fetch(account(mailbox, port=line.port), fresh, pause=no_pause))
    assert found == numbered(300)
    assert len(asked) == 2


WRONG: dict[str, tuple[Callable[[Server], imap.Account], Callable[[], imap.Secret], str]] = {
    "password": (account, lambda: imap.Secret("wrong horse"), "user or password refused"),
    "token": (account, lambda: imap.Secret(token(good=False), "token"), "user or token refused"),
    "authority": (lambda at: account(at, ca=None), password, "certificate is not trusted"),
    "name": (lambda at: account(at, host="localhost"), password, "certificate is not trusted .*localhost"),
    "host": (lambda at: account(at, host="nobody.invalid"), password, "no such server was found"),
    "port": (lambda at: account(at, port=1), password, "nobody answers on port 1"),
    "clear": (lambda at: account(at, port=at.starttls), password, "try --starttls"),
    "silent": (lambda at: account(at, starttls=True, timeout=0.5), password, "no answer in time"),
    "ca": (lambda at: account(at, ca=Path("/nowhere.pem")), password, "no such file"),
    "no ca": (lambda at: account(at, ca=at.log), password, "no certificates in it"),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_is_wrong_is_told_on_one_line_without_the_secret(mailbox: Server, what: str) -> None:
    where, secret, words = WRONG[what]
    with pytest.raises(SourceError, match=words) as told:
        list(imap.fetch(where(mailbox), secret, pause=no_pause))
    assert "\n" not in str(told.value)
    assert secret().value not in str(told.value)


def test_a_server_that_falls_silent_is_left_and_asked_again(mailbox: Server) -> None:
    mailbox.put(mail(number) for number in range(150))
    waits: list[float] = []
    with Line(mailbox.tls, chain([30_000, 12_000], repeat(None)), silent=True) as line:
        there = account(mailbox, port=line.port, timeout=0.5)
        assert subjects(imap.fetch(there, password, pause=waits.append)) == numbered(150)
    assert len(waits) == 2
    assert waits == sorted(waits)


def test_a_line_that_never_carries_anything_is_given_up_and_says_how_far_it_came(mailbox: Server) -> None:
    mailbox.put(mail(number) for number in range(300))
    waits: list[float] = []
    kept: list[str] = []
    with Line(mailbox.tls, chain([120_000], repeat(2_500))) as line:
        batches = imap.fetch(account(mailbox, port=line.port), password, pause=waits.append)

        def keep_all() -> None:
            for batch in batches:
                kept.extend(message.subject for message in batch.messages)

        with pytest.raises(SourceError, match=r"broke again and again .* \d+ of 300 mails were looked at"):
            keep_all()
    assert kept == numbered(len(kept))
    assert 0 < len(kept) < 300
    assert waits == [1.0, 2.0, 4.0, 8.0, 16.0]


class Impostor:
    """Says what it was told to on each line that comes, and remembers those."""

    def __init__(self, *answers: bytes, context: ssl.SSLContext | None = None) -> None:
        self._listening = socket.create_server((HOST, 0))
        self.port: int = self._listening.getsockname()[1]
        self.heard: list[bytes] = []
        self._answers, self._context = answers, context
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def __enter__(self) -> Impostor:
        return self

    def __exit__(self, *_: object) -> None:
        self._listening.close()

    def _serve(self) -> None:
        while True:
            try:
                here, _ = self._listening.accept()
                here.settimeout(5)
                if self._context is not None:
                    here = self._context.wrap_socket(here, server_side=True)
                with here, here.makefile("rb") as lines:
                    here.sendall(self._answers[0])
                    tag = b""
                    for answer in self._answers[1:]:
                        self.heard.append(lines.readline())
                        tag = self.heard[-1].split(b" ")[0] if b" " in self.heard[-1] else tag
                        here.sendall(answer.replace(b"TAG", tag))
                    self.heard.append(lines.readline())
            except OSError:
                if self._listening.fileno() < 0:
                    return


ABLE = b"* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\nTAG OK done\r\n"


@pytest.mark.parametrize("greeting", [b"* OK hello\r\n", b"* PREAUTH hello\r\n"])
def test_without_encryption_no_secret_is_even_asked_for(greeting: bytes) -> None:
    def never() -> imap.Secret:
        raise AssertionError("the secret was asked for")

    with Impostor(greeting, ABLE) as server:
        there = imap.Account(host=HOST, user=USER, port=server.port, starttls=True, timeout=2)
        with pytest.raises(SourceError) as told:
            imap.folders(there, never)
    assert "\n" not in str(told.value)
    assert not any(b"AUTHENTICATE" in line or b"LOGIN" in line for line in server.heard)


def test_a_piece_that_was_not_asked_for_is_not_taken(tmp_path: Path) -> None:
    import trustme

    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(HOST).configure_cert(context)
    huge = b'* LIST () "/" {9999999999}\r\n' + b"x" * 1000
    with Impostor(b"* OK hello\r\n", ABLE, b"+ \r\n", b"TAG OK done\r\n", huge, context=context) as server:
        there = imap.Account(host=HOST, user=USER, port=server.port, ca=tmp_path / "ca.pem", timeout=2)
        with pytest.raises(SourceError, match="a piece of 9999999999 bytes was never asked for"):
            imap.folders(there, password)


def test_the_bookmark_goes_through_json() -> None:
    mark = imap.Bookmark(
        host="imap.example.org", user=USER, folder="Jöbs", validity=3, last_uid=9, since=date(2025, 3, 7)
    )
    assert imap.Bookmark.model_validate_json(mark.model_dump_json()) == mark
