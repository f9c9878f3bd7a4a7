package dev.kindling.diagnosis;

import java.io.Serializable;
import java.util.List;

/**
 * A problem that explains what was seen. The kinds are the families that a program may want to treat differently; within a
 * family {@link #cause} tells more. Immutable and thread-safe.
 *
 * <pre>{@code
 * static boolean isForTheAdministrator(Finding finding) {
 *     return finding instanceof Finding.Forbidden || finding instanceof Finding.QuotaExceeded;
 * }
 * }</pre>
 */
public sealed interface Finding extends Serializable {

    /** All that it tells. */
    Account account();

    /** A stable name of the cause, such as {@code image-not-found}; docs/diagnosis.md lists them. */
    default String cause() {
        return account().cause();
    }

    /** Name of the run that it is about. */
    default String run() {
        return account().run();
    }

    /** The problem in one line. */
    default String what() {
        return account().what();
    }

    /** What was seen, the strongest first. */
    default List<Clue> evidence() {
        return account().evidence();
    }

    /** What lies behind it. */
    default String why() {
        return account().why();
    }

    /** What to write. */
    default Change change() {
        return account().change();
    }

    /** Whether it may pass without anyone doing anything. */
    default boolean waitingHelps() {
        return account().waitingHelps();
    }

    /** False: the evidence fits, but would fit something else too. */
    default boolean isCertain() {
        return account().isCertain();
    }

    /** No node takes a pod. */
    record Unschedulable(Account account) implements Finding {}

    /** The node has no image for a pod and cannot get it. */
    record ImageUnavailable(Account account) implements Finding {}

    /** Something that a pod refers to is not there: a secret, a config map, a claim, an account, a namespace. */
    record MissingObject(Account account) implements Finding {}

    /** The API server refuses for want of a right. */
    record Forbidden(Account account) implements Finding {}

    /** A quota or a limit range of the namespace stands in the way. */
    record QuotaExceeded(Account account) implements Finding {}

    /** Pod security, a webhook or the definition of a resource refuses it. */
    record Rejected(Account account) implements Finding {}

    /** Driver and executors, or the classes they were compiled with, are of different versions. */
    record VersionMismatch(Account account) implements Finding {}

    /** A class, a package, a data source or a file of the program is not there. */
    record CodeMissing(Account account) implements Finding {}

    /** The object store refuses or is not reached. */
    record StorageUnavailable(Account account) implements Finding {}

    /** Executors and driver do not reach each other, or a name does not resolve. */
    record Unreachable(Account account) implements Finding {}

    /** A heap or a container was too small. */
    record OutOfMemory(Account account) implements Finding {}

    /** A disk or a volume is full. */
    record DiskFull(Account account) implements Finding {}

    /** The cluster took a pod away: evicted, preempted, node lost, deleted. */
    record PodLost(Account account) implements Finding {}

    /** No operator works on the application. */
    record NotPickedUp(Account account) implements Finding {}

    /** The program itself ended with an exception or an exit code. */
    record ProgramFailed(Account account) implements Finding {}

    /** It runs, and could run faster. */
    record Slow(Account account) implements Finding {}

    /** Something is wrong and none of the known causes fits; the evidence is all there is to say. */
    record Unexplained(Account account) implements Finding {}
}
