package dev.kindling.internal.session;

import java.time.Duration;

/**
 * What a start waits for and how long.
 *
 * @param session the session's name
 * @param executors how many executors must register
 * @param startTimeout how long the start waits for them
 * @param maxExecutorFailures how many may fail, in an hour, before the session is given up
 * @param driverHost the address given to executors
 * @param driverPort the port given to executors
 */
record SessionLimits(
        String session,
        int executors,
        Duration startTimeout,
        int maxExecutorFailures,
        String driverHost,
        int driverPort) {

    SessionLimits at(int port) {
        return new SessionLimits(session, executors, startTimeout, maxExecutorFailures, driverHost, port);
    }
}
