"""A real IMAP server for the tests: a Dovecot of their own, on free ports here, gone afterwards."""

from __future__ import annotations

import base64
import contextlib
import hmac
import json
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time as clock
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

HOST = "127.0.0.1"
USER, PASSWORD = "joan@example.org", 'p"ass\\ wörd'
FIRST_DAY = date(2025, 3, 7)
_KEY = b"a key that only the server of the tests knows"
_PARTS = frozenset({"cur", "new"})


@dataclass(frozen=True)
class Server:
    """A running server."""

    tls: int
    """The port that speaks TLS from the first byte."""
    starttls: int
    """The port that begins in clear text."""
    ca: Path
    """The certificate of the authority that signed the server's."""
    home: Path
    """The mails lie in here."""
    log: Path

    def folder(self, name: str = "INBOX") -> Path:
        """Return where a folder lies; it is named as Maildir++ and modified UTF-7 have it."""
        return self.home / "Maildir" if name == "INBOX" else self.home / "Maildir" / f".{name}"

    def put(self, mails: Iterable[bytes], folder: str = "INBOX", *, day: date = FIRST_DAY) -> None:
        """Lay mails into a folder, in order, received at noon of a day."""
        place = self.folder(folder)
        for part in ("cur", "new", "tmp"):
            (place / part).mkdir(parents=True, exist_ok=True)
        moment = datetime.combine(day, time(12)).timestamp()
        first = len(list((place / "cur").iterdir()))
        for number, mail in enumerate(mails, first):
            # without flags the server looks for it under this name first, and not through all the others
            path = place / "cur" / f"{1_700_000_000 + number}.M{number}.test"
            path.write_bytes(mail)
            os.utime(path, (moment, moment))
        self._own()

    def empty(self) -> None:
        """Remove every mail and all that the server remembers of them."""
        shutil.rmtree(self.home / "Maildir", ignore_errors=True)
        self.put([])

    def number_anew(self, folder: str = "INBOX") -> None:
        """Let the server give a folder's mails new numbers, under another UIDVALIDITY."""
        for path in self.folder(folder).glob("dovecot*"):
            path.unlink()
        path = self.folder(folder) / "dovecot-uidlist"
        path.write_text("3 V77 N1 G0123456789abcdef0123456789abcdef\n")
        self._own()

    def files(self) -> dict[str, int]:
        """Return each mail's file, with its flags in its name as the server keeps them, and its size."""
        return {
            str(path.relative_to(self.home)): path.stat().st_size
            for path in self.home.rglob("*")
            if path.parent.name in _PARTS
        }

    def _own(self) -> None:
        if os.geteuid() == 0:
            subprocess.run(["chown", "-R", _owner(), str(self.home)], check=True)


def missing() -> str | None:
    """Say why no server can run here, if so."""
    if _program() is None:
        return "there is no Dovecot here (Debian: apt-get install dovecot-imapd)"
    return None


def token(user: str = USER, *, good: bool = True) -> str:
    """Return an access token as an authority would give it (a signed JSON Web Token)."""

    def coded(data: bytes) -> str:
        return base64.urlsafe_b64encode(data).rstrip(b"=").decode()

    now = int(clock.time())
    claims = {"sub": user, "email": user, "iat": now - 60, "exp": now + 3600}
    signed = ".".join(coded(json.dumps(one).encode()) for one in ({"alg": "HS256", "typ": "JWT"}, claims))
    key = _KEY if good else b"another key"
    return f"{signed}.{coded(hmac.digest(key, signed.encode(), 'sha256'))}"


@contextlib.contextmanager
def running() -> Iterator[Server]:
    """Run a server as long as the block lasts."""
    import trustme

    program = _program()
    assert program is not None
    memory = Path("/dev/shm")  # noqa: S108 (ten thousand small files are slow on many disks)
    in_memory = memory.is_dir() and os.access(memory, os.W_OK)
    place = Path(tempfile.mkdtemp(prefix="wentwell-imap-", dir=memory if in_memory else None))
    try:
        place.chmod(0o755)
        authority = trustme.CA()
        authority.cert_pem.write_to_path(str(place / "ca.pem"))
        issued = authority.issue_cert(HOST)
        issued.private_key_and_cert_chain_pem.write_to_path(str(place / "server.pem"))
        key = place / "keys" / "default" / "HS256" / "default"
        key.parent.mkdir(parents=True)
        key.write_text(base64.b64encode(_KEY).decode())
        tls, starttls = _free_ports(2)
        server = Server(tls, starttls, place / "ca.pem", place / "mail", place / "log")
        server.put([])
        _configure(place, server)
        process = subprocess.Popen([program, "-F", "-c", str(place / "dovecot.conf")])
        try:
            _wait([tls, starttls], process, server.log)
            yield server
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(10)
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _program() -> str | None:
    return shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")


def _owner() -> str:
    # Dovecot opens no mails as root
    return "nobody" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name


def _free_ports(count: int) -> list[int]:
    with contextlib.ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for one in sockets:
            one.bind((HOST, 0))
        return [one.getsockname()[1] for one in sockets]


def _wait(ports: Sequence[int], process: subprocess.Popen[bytes], log: Path) -> None:
    until = clock.monotonic() + 20
    for port in ports:
        while True:
            try:
                socket.create_connection((HOST, port), 1).close()
                break
            except OSError:
                if process.poll() is not None or clock.monotonic() > until:
                    told = log.read_text() if log.exists() else "it wrote no log"
                    raise RuntimeError(f"the tests' Dovecot did not start: {told}") from None
                clock.sleep(0.05)


def _configure(place: Path, server: Server) -> None:
    owner = pwd.getpwnam(_owner())
    no_root = os.geteuid() != 0
    (place / "users").write_text(f"{USER}:{{PLAIN}}{PASSWORD}::::::\n", encoding="utf-8")
    (place / "oauth2.conf").write_text(
        "introspection_mode = local\n"
        f"local_validation_key_dict = fs:posix:prefix={place}/keys/\n"
        "username_attribute = email\n"
    )
    users = (
        f"default_internal_user = {owner.pw_name}\ndefault_login_user = {owner.pw_name}" if no_root else ""
    )
    no_chroot = "".join(f"service {name} {{\n  chroot =\n}}\n" for name in _CHROOTED) if no_root else ""
    (place / "dovecot.conf").write_text(
        f"""\
protocols = imap
listen = {HOST}
base_dir = {place}/run
state_dir = {place}/state
log_path = {server.log}
auth_failure_delay = 0
service anvil {{
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
{users}
ssl = required
disable_plaintext_auth = yes
ssl_cert = <{place}/server.pem
ssl_key = <{place}/server.pem
auth_mechanisms = plain login xoauth2 oauthbearer
passdb {{
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = {place}/oauth2.conf
}}
passdb {{
  driver = passwd-file
  mechanisms = plain login
  args = username_format=%u {place}/users
}}
userdb {{
  driver = static
  args = uid={owner.pw_uid} gid={owner.pw_gid} home={server.home}
}}
mail_location = maildir:~/Maildir
mail_fsync = never
first_valid_uid = 1
first_valid_gid = 1
mail_max_userip_connections = 100
namespace inbox {{
  inbox = yes
  separator = /
  mailbox Sent {{
    special_use = \\Sent
  }}
}}
service imap-login {{
  service_count = 0
  inet_listener imap {{
    port = {server.starttls}
  }}
  inet_listener imaps {{
    port = {server.tls}
    ssl = yes
  }}
}}
{no_chroot}""",
        encoding="utf-8",
    )


_CHROOTED = ("imap-login", "anvil", "imap-urlauth-login")


class Line:
    """A way to the server that breaks: after so many bytes a connection is cut, or falls silent.

    Parameters
    ----------
    port : int
        Where the server listens.
    breaks : iterator of int or None
        For each connection the bytes of the server after which it breaks; ``None``: never.
    silent : bool
        Let it fall silent in place of cutting it.
    """

    def __init__(self, port: int, breaks: Iterator[int | None], *, silent: bool = False) -> None:
        self._to = port
        self._breaks = breaks
        self._silent = silent
        self._open: list[socket.socket] = []
        self._listening = socket.create_server((HOST, 0))
        self.port: int = self._listening.getsockname()[1]
        self.came = 0
        """Bytes of the server that went through so far."""
        self.cuts = 0
        threading.Thread(target=self._accept, daemon=True).start()

    def __enter__(self) -> Line:
        return self

    def __exit__(self, *_: object) -> None:
        for one in (self._listening, *self._open):
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()

    def _accept(self) -> None:
        while True:
            try:
                here, _ = self._listening.accept()
                there = socket.create_connection((HOST, self._to))
            except OSError:
                return
            for one in (here, there):
                one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._open += [here, there]
            allowed = next(self._breaks)
            threading.Thread(target=self._carry, args=(here, there, None), daemon=True).start()
            threading.Thread(target=self._carry, args=(there, here, allowed), daemon=True).start()

    def _carry(self, source: socket.socket, target: socket.socket, allowed: int | None) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65536 if allowed is None else min(65536, allowed)):
                if source.getpeername()[1] == self._to:
                    self.came += len(data)
                target.sendall(data)
                if allowed is not None:
                    allowed -= len(data)
                    if allowed <= 0:
                        self.cuts += 1
                        if self._silent:
                            return
                        break
        for one in (source, target):
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)


def mail(number: int, words: str = "thank you for your time.", *, size: int = 0) -> bytes:
    """Make a mail up; ``size`` is that of an attachment in bytes."""
    head = (
        f"From: Ann Lee <ann@firm{number % 7}.example>\r\nTo: {USER}\r\nSubject: Mail {number}\r\n"
        f"Message-ID: <{number}@firm.example>\r\nDate: Fri, 7 Mar 2025 17:{number % 60:02d}:00 +0100\r\n"
    )
    text = f"Hi Joan,\r\n\r\n{words}\r\n\r\nAnn\r\n"
    if not size:
        return f"{head}\r\n{text}".encode()
    file = "\r\n".join(["QUJD" * 19] * (size // 78))
    return (
        f"{head}MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=part\r\n\r\n"
        f"--part\r\nContent-Type: text/plain\r\n\r\n{text}\r\n"
        f"--part\r\nContent-Type: application/pdf; name=terms.pdf\r\n"
        f"Content-Transfer-Encoding: base64\r\n\r\n{file}\r\n--part--\r\n"
    ).encode()
