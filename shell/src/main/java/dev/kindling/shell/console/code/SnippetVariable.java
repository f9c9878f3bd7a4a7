package dev.kindling.shell.console.code;

/**
 * A console variable: JShell makes it a static field of the class that it wraps the snippet in.
 *
 * @param owner internal name of that class
 * @param name what the user called it
 * @param descriptor its type, as class files have it
 */
public record SnippetVariable(String owner, String name, String descriptor) {
    /** By what executors ask for it. */
    public String key() {
        return owner + "." + name;
    }
}
