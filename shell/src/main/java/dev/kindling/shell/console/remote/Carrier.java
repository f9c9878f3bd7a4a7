package dev.kindling.shell.console.remote;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;

/** A task's code with the variables it reads in front; when read it turns into the code, so Spark notices nothing. */
public final class Carrier implements Serializable {
    private static final long serialVersionUID = 1;

    private final Snapshot snapshot;
    private transient Object code;

    /** Puts the snapshot before the code. */
    public Carrier(Snapshot snapshot, Object code) {
        this.snapshot = snapshot;
        this.code = code;
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        out.writeObject(code);
    }

    /** The variables are there before the code is read, as reading it may run code that needs them. */
    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        ConsoleVariables.install(snapshot);
        code = in.readObject();
    }

    private Object readResolve() {
        return code;
    }
}
