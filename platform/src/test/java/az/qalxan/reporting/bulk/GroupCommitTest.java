package az.qalxan.reporting.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

/** Which requests share a transaction, and what happens to the others when one fails. */
class GroupCommitTest {

    private final Queue<Runnable> started = new ArrayDeque<>();
    private final List<List<Integer>> transactions = new ArrayList<>();
    private final Executor later = started::add;
    private boolean outOfReach;

    @Test
    void whatWaitsWhenATransactionStartsSharesIt() {
        GroupCommit<Integer, String> group = group(10, 100);
        List<CompletableFuture<String>> answers = submit(group, 1, 2, 3);
        assertThat(answers).noneMatch(CompletableFuture::isDone);
        run();
        assertThat(transactions).containsExactly(List.of(1, 2, 3));
        assertThat(answers).extracting(CompletableFuture::join).containsExactly("1", "2", "3");
    }

    @Test
    void aGroupHasAMost() {
        submit(group(2, 100), 1, 2, 3, 4, 5);
        run();
        assertThat(transactions).containsExactly(List.of(1, 2), List.of(3, 4), List.of(5));
    }

    @Test
    void onlyTheFaultyOneOfAGroupFails() {
        List<CompletableFuture<String>> answers = submit(group(10, 100), 1, -2, 3);
        run();
        assertThat(transactions)
                .containsExactly(List.of(1, -2, 3), List.of(1), List.of(-2), List.of(3));
        assertThat(answers.get(0).join()).isEqualTo("1");
        assertThat(answers.get(2).join()).isEqualTo("3");
        assertThatThrownBy(() -> answers.get(1).join())
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aStoreOutOfReachFailsAllAtOnce() {
        outOfReach = true;
        List<CompletableFuture<String>> answers = submit(group(10, 100), 1, 2, 3);
        run();
        assertThat(transactions).containsExactly(List.of(1, 2, 3));
        assertThat(answers).allMatch(CompletableFuture::isCompletedExceptionally);
    }

    @Test
    void afterAFailureTheNextOnesAreStored() {
        GroupCommit<Integer, String> group = group(10, 100);
        submit(group, -1);
        run();
        List<CompletableFuture<String>> answers = submit(group, 7);
        run();
        assertThat(answers.getFirst().join()).isEqualTo("7");
    }

    @Test
    void tooManyAreTurnedAwayAtOnce() {
        GroupCommit<Integer, String> group = group(10, 2);
        submit(group, 1, 2);
        assertThat(group.submit(3)).isEmpty();
        run();
        assertThat(group.submit(3)).isPresent();
    }

    private GroupCommit<Integer, String> group(int groupMax, int waitingMax) {
        return new GroupCommit<>(
                this::store,
                IllegalArgumentException.class::isInstance,
                later,
                new GroupCommit.Limits(groupMax, waitingMax));
    }

    private List<String> store(List<Integer> together) {
        transactions.add(together);
        if (outOfReach) {
            throw new IllegalStateException("no connection");
        }
        if (together.stream().anyMatch(one -> one < 0)) {
            throw new IllegalArgumentException("a number below zero");
        }
        return together.stream().map(String::valueOf).toList();
    }

    private static List<CompletableFuture<String>> submit(
            GroupCommit<Integer, String> group, int... wanted) {
        List<CompletableFuture<String>> answers = new ArrayList<>();
        for (int one : wanted) {
            Optional<CompletableFuture<String>> answer = group.submit(one);
            answers.add(answer.orElseThrow());
        }
        return answers;
    }

    private void run() {
        for (Runnable next = started.poll(); next != null; next = started.poll()) {
            next.run();
        }
    }
}
