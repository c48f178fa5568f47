"""The kernel as Jupyter's own test suite and clients see it.

    python -m unittest -v test_kernel        (needs jupyter_kernel_test 0.7.0 and nbclient)

NYALA_KERNEL_NAME names the installed kernelspec; the default is "nyala".
"""

import os
import unittest

import jupyter_kernel_test
import nbclient
import nbformat
from jupyter_client.manager import start_new_kernel

KERNEL = os.environ.get("NYALA_KERNEL_NAME", "nyala")
PATIENCE = 300  # seconds, for the busiest machine: only a failing test waits so long
jupyter_kernel_test.TIMEOUT = PATIENCE


class Patient:
    """The suite without its assumption that a message takes a tenth of a second at most."""

    kernel_name = KERNEL

    @classmethod
    def setUpClass(cls):
        cls.km, cls.kc = start_new_kernel(startup_timeout=PATIENCE, kernel_name=KERNEL)
        arrived = jupyter_kernel_test.ensure_sync(cls.kc.iopub_channel.get_msg)
        cls.kc.iopub_channel.get_msg = lambda timeout=None: arrived(timeout=PATIENCE)

    def flush_channels(self):
        """Takes everything up to the end of one more request, behind which nothing is left."""
        request = self.kc.kernel_info()
        while self.kc.get_shell_msg(timeout=PATIENCE)["parent_header"].get("msg_id") != request:
            pass
        while True:
            message = self.kc.get_iopub_msg(timeout=PATIENCE)
            if (
                message["parent_header"].get("msg_id") == request
                and message["content"].get("execution_state") == "idle"
            ):
                return

    def execute_helper(self, code, timeout=PATIENCE, **options):
        return super().execute_helper(code, timeout=timeout, **options)

    def history_helper(self, execute_first, timeout=PATIENCE, **options):
        return super().history_helper(execute_first, timeout=timeout, **options)


class NyalaKernelTests(Patient, jupyter_kernel_test.KernelTests):
    language_name = "groovy"
    file_extension = ".groovy"
    code_hello_world = "print('hello, world')"
    code_stderr = "System.err.println('oops')"
    completion_samples = [{"text": "keras.layers.LST", "matches": ["LSTM", "LSTMCell"]}]
    complete_code_samples = ["1 + 1", "x = [1, 2]", "def f(n) { n + 1 }", "# a comment"]
    incomplete_code_samples = ["def f(n) {", "x = [1,", "'''open", "print("]
    invalid_code_samples = ["x = )", "def f(n) }"]
    code_page_something = "keras.layers.LSTM?"
    code_generate_error = "throw new IllegalStateException('boom')"
    code_execute_result = [
        {"code": "1 + 2 + 3", "result": "6"},
        {"code": "[1, 2].collect { it * it }", "result": "[1, 4]"},
    ]
    code_display_data = [
        {"code": "display([1, 2])", "mime": "text/plain"},
    ]
    code_history_pattern = "1 + 2*"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "keras.layers.LSTM"
    code_clear_output = "clear_output()"


class NyalaWelcomeTests(jupyter_kernel_test.IopubWelcomeTests):
    kernel_name = KERNEL
    support_iopub_welcome = True


class NyalaNotebookTests(unittest.TestCase):
    def run_cells(self, *sources, **options):
        cells = [nbformat.v4.new_code_cell(source) for source in sources]
        notebook = nbformat.v4.new_notebook(cells=cells)
        notebook.metadata["kernelspec"] = {
            "name": KERNEL,
            "display_name": "Groovy (Nyala)",
            "language": "groovy",
        }
        nbclient.NotebookClient(
            notebook, timeout=PATIENCE, startup_timeout=PATIENCE, kernel_name=KERNEL, **options
        ).execute()
        return notebook.cells

    def test_what_a_cell_defines_is_there_in_the_next(self):
        cells = self.run_cells("x = 40", "def f(n) { n + 2 }", "f(x)")
        self.assertEqual(cells[2].outputs[0].data["text/plain"], "42")
        self.assertEqual([cell.execution_count for cell in cells], [1, 2, 3])

    def test_an_error_stops_the_notebook(self):
        with self.assertRaises(nbclient.exceptions.CellExecutionError) as caught:
            self.run_cells("x = 1", "assert x == 2", "x")
        self.assertIn("assert x == 2", str(caught.exception))

    def test_errors_do_not_end_the_kernel(self):
        cells = self.run_cells(
            "assert false",
            "def f(n) { f(n + 1) + 1 }\nf(0)",
            "throw new OutOfMemoryError('pretended')",
            "System.exit(3)",
            "6 * 7",
            allow_errors=True,
        )
        for cell in cells[:4]:
            self.assertEqual(cell.outputs[-1].output_type, "error", cell.source)
        self.assertEqual(cells[4].outputs[0].data["text/plain"], "42")


class NyalaClientTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.manager, cls.client = start_new_kernel(
            kernel_name=KERNEL, startup_timeout=PATIENCE
        )

    @classmethod
    def tearDownClass(cls):
        cls.client.stop_channels()
        cls.manager.shutdown_kernel()

    def run_code(self, code, **options):
        outputs = []
        reply = self.client.execute_interactive(
            code, output_hook=outputs.append, timeout=PATIENCE, **options
        )
        return reply["content"], outputs

    def test_interrupts(self):
        for code in ("while (true) { }", "Thread.sleep(60000)", "x = 0; for (;;) { x++ }"):
            request = self.client.execute(code)
            while True:
                message = self.client.get_iopub_msg(timeout=PATIENCE)
                if (
                    message["msg_type"] == "execute_input"
                    and message["parent_header"].get("msg_id") == request
                ):
                    break
            self.manager.interrupt_kernel()
            while True:
                reply = self.client.get_shell_msg(timeout=PATIENCE)
                if reply["parent_header"].get("msg_id") == request:
                    break
            self.assertEqual(reply["content"]["ename"], "KeyboardInterrupt", code)
        self.assertEqual(self.run_code("1 + 1")[0]["status"], "ok")

    def test_input(self):
        answers = []

        def answer(message):
            answers.append(message["content"]["prompt"])
            self.client.input("Nyala")

        content, outputs = self.run_code("input('Name? ')", allow_stdin=True, stdin_hook=answer)
        self.assertEqual(content["status"], "ok")
        self.assertEqual(answers, ["Name? "])
        result = [m for m in outputs if m["msg_type"] == "execute_result"][0]
        self.assertIn("Nyala", result["content"]["data"]["text/plain"])

    def test_a_flood_of_prints_arrives_whole(self):
        content, outputs = self.run_code("for (i in range(200000)) { print(i) }")
        text = "".join(m["content"]["text"] for m in outputs if m["msg_type"] == "stream")
        self.assertEqual(text.split(), [str(i) for i in range(200000)])

    def test_late_output_reaches_its_cell(self):
        late = (
            "released = new java.util.concurrent.CountDownLatch(1)\n"
            "Thread.start { released.await(); println('late') }; null"
        )
        request = self.client.execute(late)
        self.client.execute("released.countDown()")
        while True:
            message = self.client.get_iopub_msg(timeout=PATIENCE)
            if message["msg_type"] == "stream":
                self.assertEqual(message["parent_header"]["msg_id"], request)
                return


if __name__ == "__main__":
    unittest.main()
