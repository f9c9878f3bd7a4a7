package dev.kindling.shell.console.prompt;

import java.io.IOException;
import java.util.List;
import org.jline.reader.LineReader;
import org.jline.terminal.Terminal;

/** The terminal in the hands of a program that is not the console, such as an editor. */
final class LentTerminal {
    private final Terminal terminal;
    private final LineReader reader;

    LentTerminal(Terminal terminal, LineReader reader) {
        this.terminal = terminal;
        this.reader = reader;
    }

    /** Whether the program ended well; then, if so asked, the user's Enter is waited for. */
    boolean run(List<String> program, boolean waits) throws IOException {
        var attributes = terminal.getAttributes();
        terminal.echo(true);
        try {
            boolean good = new ProcessBuilder(program).inheritIO().start().waitFor() == 0;
            if (waits) {
                reader.readLine("Press Enter when it is edited. ");
            }
            return good;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            terminal.setAttributes(attributes);
        }
    }
}
