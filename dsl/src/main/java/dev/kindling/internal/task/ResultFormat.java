package dev.kindling.internal.task;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.catalyst.encoders.ExpressionEncoder;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;

/** How a result comes back. */
public sealed interface ResultFormat<T> extends Serializable {
    byte[] write(T value) throws IOException;

    /** Whoever can write to the store may have made the bytes: where they name classes, only those of the filter are read. */
    T read(byte[] bytes, ObjectInputFilter filter) throws IOException;

    /** Java's serialization; reading is limited by {@link ResultFilter}. */
    record Java<T>() implements ResultFormat<T> {
        @Override
        public byte[] write(T value) throws IOException {
            var bytes = new ByteArrayOutputStream();
            try (var out = new ObjectOutputStream(bytes)) {
                out.writeObject(value);
            } catch (NotSerializableException e) {
                throw new IOException(
                        "The result holds a " + e.getMessage()
                                + ", which is not serializable: write .json(..) or .encoder(..) after .task(..)",
                        e);
            }
            return bytes.toByteArray();
        }

        @Override
        @SuppressWarnings("unchecked") // It is what the function has returned.
        public T read(byte[] bytes, ObjectInputFilter filter) throws IOException {
            try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
                in.setObjectInputFilter(filter);
                return (T) in.readObject();
            } catch (ClassNotFoundException e) {
                throw new IOException("The result is of a class that is not known here: " + e.getMessage(), e);
            }
        }
    }

    /** Jackson's. */
    record Json<T>(Class<T> type) implements ResultFormat<T> {
        @Override
        public byte[] write(T value) throws IOException {
            return JsonMapper.builder().findAndAddModules().build().writeValueAsBytes(value);
        }

        @Override
        public T read(byte[] bytes, ObjectInputFilter filter) throws IOException {
            return JsonMapper.builder().findAndAddModules().build().readValue(bytes, type);
        }
    }

    /** One row in Spark's own format: the number of its fields, and its bytes. */
    record Encoded<T>(Encoder<T> encoder) implements ResultFormat<T> {
        @Override
        public byte[] write(T value) {
            var row = (UnsafeRow) bound().createSerializer().apply(value);
            var bytes = row.getBytes();
            return ByteBuffer.allocate(Integer.BYTES + bytes.length)
                    .putInt(row.numFields())
                    .put(bytes)
                    .array();
        }

        @Override
        public T read(byte[] bytes, ObjectInputFilter filter) throws IOException {
            var buffer = ByteBuffer.wrap(bytes);
            var expected = encoder.schema().length();
            if (bytes.length < Integer.BYTES || buffer.getInt() != expected) {
                throw new IOException("The result is no row of " + expected + " fields, as " + encoder + " reads");
            }
            var content = new byte[buffer.remaining()];
            buffer.get(content);
            var row = new UnsafeRow(expected);
            row.pointTo(content, content.length);
            return bound().createDeserializer().apply(row);
        }

        private ExpressionEncoder<T> bound() {
            var expressions = org.apache.spark.sql.catalyst.encoders.package$.MODULE$.encoderFor(encoder);
            return expressions.resolveAndBind(
                    expressions.resolveAndBind$default$1(), expressions.resolveAndBind$default$2());
        }
    }
}
