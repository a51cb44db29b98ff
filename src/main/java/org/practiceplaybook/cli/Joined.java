package org.practiceplaybook.cli;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The result of work that went on beside. */
final class Joined {
    private Joined() {}

    /** Waits for it; what it threw is thrown here, not wrapped. */
    static <T> T of(CompletableFuture<T> work) {
        try {
            return work.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
