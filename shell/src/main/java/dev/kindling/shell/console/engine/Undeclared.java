package dev.kindling.shell.console.engine;

/** Takes exceptions through interfaces that declare none. */
final class Undeclared {
    private Undeclared() {}

    /** The exception itself; to be thrown where it is called. */
    static RuntimeException of(Exception thrown) {
        return Undeclared.<RuntimeException>as(thrown);
    }

    @SuppressWarnings("unchecked")
    private static <X extends Throwable> X as(Throwable thrown) throws X {
        throw (X) thrown;
    }
}
