package dev.kindling.internal.check;

import dev.kindling.diagnosis.InvalidSpecException;
import dev.kindling.diagnosis.Problem;
import dev.kindling.internal.text.Redaction;
import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong with one spec. */
final class Problems {
    private final String spec;
    private final List<Problem> found = new ArrayList<>();

    Problems(String spec) {
        this.spec = spec;
    }

    void add(String where, Object value, String why, String lineToWrite) {
        found.add(new Problem(where, value.toString(), why, lineToWrite));
    }

    /** Of a raw setting, its value hidden if the key says that it is secret. */
    void addConf(String key, String value, String why, String lineToWrite) {
        add(".conf(\"" + key + "\", ..)", Redaction.shown(key, value), why, lineToWrite);
    }

    void refuseIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidSpecException(spec, found);
        }
    }
}
