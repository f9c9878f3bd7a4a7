package dev.kindling.shell.console.command;

import java.io.IOException;
import java.util.List;

/** What commands need of the prompt. */
public interface CommandHost {
    /** Runs source as if it were typed. */
    void run(String source);

    /** Shows a snippet, and runs it in place of the command that was typed. */
    void again(String source);

    /** Offers text to be changed and entered. */
    void edit(String source);

    /**
     * Lends the terminal to a program until it ends.
     *
     * @param waits whether to wait for the user's Enter behind it
     * @return whether the program ended well
     */
    boolean inTerminal(List<String> program, boolean waits) throws IOException;

    /** Lines typed, in this run or in earlier ones too. */
    List<String> history(boolean ofEarlierRunsToo);

    /** Ends the prompt after this command. */
    void exit(int status);

    /** Whether a Dataset as a value shows rows. */
    void preview(boolean on);
}
