package dev.kindling.internal.task;

import dev.kindling.internal.code.ClassPath;
import dev.kindling.internal.code.CodeLocation;
import dev.kindling.run.Task;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;

/** A function on its way to a driver, and how its result shall come back. */
public record Parcel<T>(Task<T> task, ResultFormat<T> format) implements Serializable {

    /** @throws IllegalArgumentException if no driver could be given its class */
    public static <T> Parcel<T> of(Task<T> task) {
        var place = CodeLocation.of(task.getClass());
        if (!ClassPath.ofThisJvm().contains(place.toAbsolutePath().normalize())) {
            throw new IllegalArgumentException(
                    "The function is of " + task.getClass().getName()
                            + ", which is not on the class path of this JVM but in " + place
                            + ": write it in a class of your own project, or start a session, whose lambdas may be typed");
        }
        return new Parcel<>(task, new ResultFormat.Java<>());
    }

    public Parcel<T> format(ResultFormat<T> value) {
        return new Parcel<>(task, value);
    }

    byte[] toBytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(this);
        } catch (NotSerializableException e) {
            throw new IllegalArgumentException(
                    "The function refers to a " + e.getMessage()
                            + ", which is not serializable: copy what it needs of it to local variables first",
                    e);
        } catch (IOException e) {
            throw new IllegalArgumentException("The function cannot be serialized: " + e.getMessage(), e);
        }
        return bytes.toByteArray();
    }

    /** In the driver; its content was compared with the hash that the submitter wrote into the resource. */
    static Parcel<?> read(InputStream in) throws IOException, ClassNotFoundException {
        try (var objects = new OfContextLoader(in)) {
            return (Parcel<?>) objects.readObject();
        }
    }

    private static final class OfContextLoader extends ObjectInputStream {
        OfContextLoader(InputStream in) throws IOException {
            super(in);
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass type) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(
                        type.getName(), false, Thread.currentThread().getContextClassLoader());
            } catch (ClassNotFoundException e) {
                return super.resolveClass(type); // Primitive types.
            }
        }
    }
}
