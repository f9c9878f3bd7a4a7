package dev.kindling.shell.console.remote;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;

/** Reads objects whose classes were declared in the console: the task's loader knows them, this class's need not. */
final class ConsoleObjectInput extends ObjectInputStream {
    ConsoleObjectInput(byte[] bytes) throws IOException {
        super(new ByteArrayInputStream(bytes));
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
        try {
            return Class.forName(
                    description.getName(), false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException primitive) {
            return super.resolveClass(description);
        }
    }
}
