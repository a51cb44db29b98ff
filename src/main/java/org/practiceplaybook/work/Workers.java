package org.practiceplaybook.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Does one thing to every element of a list on several threads and gives the results in the list's order, so that the
 * number of threads can never be seen in the output.
 *
 * <p>The threads have deep stacks: a parser that recurses over a contributor's deeply nested text must not overflow.
 */
public record Workers(int threads) {
    private static final long STACK_BYTES = 64L << 20;

    public Workers {
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread is needed, not " + threads);
        }
    }

    public static Workers ofThisMachine() {
        return new Workers(Runtime.getRuntime().availableProcessors());
    }

    /** The results of {@code task}, in order. What a task throws is thrown here, the first in the list's order. */
    public <T, R> List<R> map(List<T> inputs, Function<? super T, ? extends R> task) {
        List<T> items = List.copyOf(inputs);
        Object[] results = new Object[items.size()];
        Throwable[] failures = new Throwable[items.size()];
        AtomicInteger next = new AtomicInteger();
        Runnable work = () -> {
            for (int i = next.getAndIncrement(); i < results.length; i = next.getAndIncrement()) {
                try {
                    results[i] = task.apply(items.get(i));
                } catch (RuntimeException | Error failure) {
                    failures[i] = failure;
                    next.set(results.length);
                }
            }
        };
        List<Thread> crew = new ArrayList<>();
        for (int i = 0; i < Math.min(threads, items.size()); i++) {
            Thread thread = new Thread(null, work, "playbook-worker-" + i, STACK_BYTES);
            thread.setDaemon(true);
            thread.start();
            crew.add(thread);
        }
        crew.forEach(Workers::join);
        for (Throwable failure : failures) {
            if (failure instanceof RuntimeException problem) {
                throw problem;
            }
            if (failure instanceof Error problem) {
                throw problem;
            }
        }
        return inOrder(results);
    }

    @SuppressWarnings("unchecked") // every slot was filled by a task that gives an R
    private static <R> List<R> inOrder(Object[] results) {
        return (List<R>) List.of(results);
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
