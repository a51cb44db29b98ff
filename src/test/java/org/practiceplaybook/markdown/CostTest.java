package org.practiceplaybook.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/**
 * What a text costs grows with its length, or ends in an error that says so. Counted is the processor's time of the one
 * thread that reads it, so a machine that is busy with other things does not matter.
 */
class CostTest {
    private static final int LENGTH = Integer.getInteger("kb", 48) * 1024;
    /** Of the processor, for the longer text: far more than any takes. */
    private static final long MOST_MILLIS = 5_000;
    /** Below this, a ratio says more about the machine than about the text. */
    private static final long NOISE_MILLIS = 500;

    private static final double MOST_GROWTH = 2.5;
    private static final int TRIES = 4;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Test
    void growsWithTheLength() throws InterruptedException {
        List<String> slow = new ArrayList<>();
        millis("word *em* [l](u) <b>x</b>\n\n".repeat(2_000));
        for (Map.Entry<String, IntFunction<String>> shape : Shapes.all().entrySet()) {
            String once = shape.getValue().apply(LENGTH);
            String twice = shape.getValue().apply(LENGTH * 2);
            long longer = millis(twice);
            if (longer <= NOISE_MILLIS) {
                continue;
            }
            long shorter = millis(once);
            for (int i = 0; i < TRIES && longer > MOST_GROWTH * shorter; i++) {
                longer = Math.min(longer, millis(twice));
                shorter = Math.max(shorter, millis(once));
            }
            if (longer > MOST_MILLIS || longer > NOISE_MILLIS && longer > MOST_GROWTH * shorter && !isRefused(twice)) {
                slow.add(shape.getKey() + ": " + shorter + " ms, twice as long " + longer + " ms");
            }
        }
        assertThat(slow).isEmpty();
    }

    private static boolean isRefused(String text) throws InterruptedException {
        AtomicReference<Body> body = new AtomicReference<>();
        onADeepStack(() -> body.set(Rendered.body(text)));
        return body.get().diagnostics().stream().anyMatch(found -> found.code().equals("too-much-work"));
    }

    /** From the text to what stands in a page. */
    private static long millis(String text) throws InterruptedException {
        long[] nanos = new long[1];
        onADeepStack(() -> {
            Body body = Rendered.body(text);
            Rendered.html(body);
            body.parts().forEach(Body::items);
            nanos[0] = THREADS.getCurrentThreadCpuTime();
        });
        return nanos[0] / 1_000_000;
    }

    private static void onADeepStack(Runnable work) throws InterruptedException {
        Thread thread = new Thread(null, work, "cost", 64 << 20);
        thread.start();
        thread.join();
    }
}
