package org.practiceplaybook.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {

    @ParameterizedTest(name = "with {0} threads")
    @ValueSource(ints = {1, 2, 8, 64})
    void givesTheResultsInTheOrderOfTheList(int threads) {
        List<Integer> numbers = IntStream.range(0, 500).boxed().toList();

        List<String> results = new Workers(threads).map(numbers, number -> {
            if (number % 7 == 0) {
                Thread.yield();
            }
            return "n" + number;
        });

        assertThat(results).isEqualTo(numbers.stream().map(n -> "n" + n).toList());
    }

    @Test
    void hasNothingToDoForNothing() {
        assertThat(new Workers(4).map(List.of(), x -> x)).isEmpty();
    }

    @Test
    void usesAllThreadsAtOnce() {
        CountDownLatch together = new CountDownLatch(3);

        List<Boolean> met = assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> new Workers(3).map(List.of(1, 2, 3), number -> {
                    together.countDown();
                    try {
                        return together.await(20, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        return false;
                    }
                }));

        assertThat(met).containsOnly(true);
    }

    @Test
    void throwsWhatATaskThrew() {
        assertThatThrownBy(() -> new Workers(4).map(List.of(1, 2, 3), number -> {
                    throw new IllegalStateException("no " + number);
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("no ");
        assertThatThrownBy(() -> new Workers(1).map(List.of(1, 2), number -> {
                    throw new StackOverflowError("deep " + number);
                }))
                .isInstanceOf(StackOverflowError.class)
                .hasMessage("deep 1");
    }

    @Test
    void stopsSoonAfterAFailure() {
        AtomicInteger done = new AtomicInteger();
        List<Integer> many = IntStream.range(0, 100_000).boxed().toList();

        assertThatThrownBy(() -> new Workers(2).map(many, number -> {
                    done.incrementAndGet();
                    throw new MachineRefused("the disk is full");
                }))
                .isInstanceOf(MachineRefused.class);

        assertThat(done).hasValueLessThan(10);
    }

    @Test
    void hasStacksDeepEnoughForAnyParser() {
        assertThat(new Workers(1).map(List.of(200_000), WorkersTest::deep)).containsExactly(200_000);
    }

    private static int deep(int levels) {
        return levels == 0 ? 0 : 1 + deep(levels - 1);
    }

    @Test
    void needsAThread() {
        assertThatThrownBy(() -> new Workers(0)).hasMessage("at least one thread is needed, not 0");
        assertThat(Workers.ofThisMachine().threads()).isPositive();
    }
}
