package dev.kindling.shell.applications;

import dev.kindling.target.Operator;
import java.util.Locale;

/** Operators as they are written on the command line. */
enum OperatorName {
    KUBEFLOW(Operator.kubeflow()),
    APACHE(Operator.apache()),
    NONE(Operator.none());

    private final Operator operator;

    OperatorName(Operator operator) {
        this.operator = operator;
    }

    Operator operator() {
        return operator;
    }

    static OperatorName of(Operator operator) {
        if (operator instanceof Operator.Kubeflow) {
            return KUBEFLOW;
        }
        return operator instanceof Operator.Apache ? APACHE : NONE;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
