# SPDX-License-Identifier: GPL-3.0-or-later
"""A mail server on loopback for tst_mail_sending: prints its port, then each message as a line of JSON."""
import argparse
import asyncio
import base64
import email
import email.policy
import json
import logging
import ssl
import warnings

from aiosmtpd.smtp import SMTP, AuthResult


class Recorder:
    def __init__(self, options):
        self.options = options

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if address == self.options.unknown:
            return "550 5.1.1 no such user"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.options.reply:
            return self.options.reply
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        print(json.dumps({
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "tls": session.ssl is not None or self.options.mode == "tls",
            "user": session.auth_data or "",
            "headers": {name: str(value) for name, value in message.items()},
            "defects": [str(defect) for defect in message.defects],
            "body": message.get_content(),
            "raw": base64.b64encode(envelope.original_content).decode(),
        }), flush=True)
        return "250 OK"


def authenticator(options):
    wanted = options.auth.split(":", 1)

    def check(server, session, envelope, mechanism, data):
        good = data.login.decode() == wanted[0] and data.password.decode() == wanted[1]
        return AuthResult(success=good, auth_data=data.login.decode(), handled=good)

    return check


async def serve(options):
    tls = None
    if options.cert:
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(options.cert, options.key)
    from_the_start = options.mode == "tls"

    def session():
        return SMTP(Recorder(options), hostname="mail.test", enable_SMTPUTF8=False,
                    tls_context=tls if options.mode == "starttls" else None,
                    require_starttls=options.mode == "starttls",
                    auth_required=bool(options.auth),
                    auth_require_tls=options.mode == "starttls",
                    authenticator=authenticator(options) if options.auth else None)

    async def silent(reader, writer):
        await reader.read()
        writer.close()

    if options.mode == "silent":
        server = await asyncio.start_server(silent, "127.0.0.1", 0)
    else:
        server = await asyncio.get_running_loop().create_server(
            session, "127.0.0.1", 0, ssl=tls if from_the_start else None)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


logging.disable(logging.CRITICAL)  # what goes wrong is the test's to judge
warnings.simplefilter("ignore", DeprecationWarning)
parser = argparse.ArgumentParser()
parser.add_argument("mode", choices=["starttls", "tls", "plain", "silent"])
parser.add_argument("--cert")
parser.add_argument("--key")
parser.add_argument("--auth", default="")
parser.add_argument("--reply", default="")
parser.add_argument("--unknown", default="")
asyncio.run(serve(parser.parse_args()))
