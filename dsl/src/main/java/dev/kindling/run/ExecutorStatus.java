package dev.kindling.run;

/**
 * One executor of a running session, as it was when asked.
 *
 * <pre>{@code
 * for (ExecutorStatus executor : session.executors()) {
 *     System.out.println(executor.id() + " " + executor.state() + " on " + executor.node());
 * }
 * }</pre>
 *
 * @param id Spark's executor id, {@code "1"} and up
 * @param pod the pod's name; empty on {@code Local}
 * @param state how far it is
 * @param node the node it runs on; empty until it is scheduled
 * @param detail what it waits for or how it ended, one line; empty when there is nothing to say
 */
public record ExecutorStatus(String id, String pod, State state, String node, String detail) {

    /** How far an executor is. */
    public enum State {
        /** The pod exists and its container has not started. */
        PENDING,
        /** The container runs and has not registered with the driver. */
        STARTING,
        /** Registered with the driver: it takes tasks. */
        REGISTERED,
        /** The container has ended, or Spark has lost it. */
        ENDED
    }
}
