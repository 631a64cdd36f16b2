package az.qalxan.ledger.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.audit.AuditedAct;
import az.qalxan.database.ActingAs;
import az.qalxan.ledger.CompletenessCheck;
import az.qalxan.ledger.CompletenessVerdict;
import az.qalxan.ledger.LogOversight;
import az.qalxan.ledger.PublishedLog;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** The log's pages and what is open to everybody, over the shared platform. */
@PlatformTest
class LogPagesTest {

    private static final Caller AUDITOR = SignedIn.caller("bp", Role.AUDITOR);

    @TempDir Path folder;

    @Autowired MockMvc web;
    @Autowired AuditLog audit;
    @Autowired PublishedLog log;
    @Autowired LogOversight oversight;
    @Autowired TransactionTemplate transaction;

    private enum Looked implements AuditedAct {
        AT;

        @Override
        public String code() {
            return "casework.case.viewed";
        }

        @Override
        public String meaning() {
            return "Somebody looked.";
        }
    }

    private void look(String body, String id) {
        ActingAs.run(
                SignedIn.caller(body, Role.INVESTIGATOR).identity(),
                () ->
                        transaction.executeWithoutResult(status ->
                                audit.record(
                                        Looked.AT,
                                        new AuditSubject("case", id),
                                        Map.of("purpose", "sirr"))));
    }

    @Test
    void everybodyReadsHashesAndNobodyEntries() throws Exception {
        look("dtx", UUID.randomUUID().toString());
        log.catchUp();
        String checkpoint =
                web.perform(get("/log/checkpoint"))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8);
        long size = Long.parseLong(checkpoint.split("\n")[1]);
        String tile = size >= 256 ? "000" : "000.p/" + size;
        byte[] hashes =
                web.perform(get("/log/tile/0/" + tile))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray();
        assertThat(hashes).hasSize((int) Math.min(256, size) * 32);
        for (String path :
                List.of("entries/" + tile, "0/../entries/" + tile, "8/000", "0/000/../../x")) {
            int answer =
                    web.perform(get("/log/tile/" + path)).andReturn().getResponse().getStatus();
            assertThat(answer).as(path).isBetween(400, 404);
        }
        web.perform(get("/log/key"))
                .andExpect(status().isOk())
                .andExpect(content().string(log.key().text() + "\n"));
    }

    @Test
    void anAuditorProvesWhoLookedAndIsNotShownAtWhat() throws Exception {
        String id = UUID.randomUUID().toString();
        look("dtx", id);
        look("din", id);
        look("din", UUID.randomUUID().toString());
        byte[] zip =
                web.perform(
                                post("/journal/log/proof")
                                        .param("kind", "case")
                                        .param("id", id)
                                        .param("from", "2020-01-01")
                                        .param("until", "2100-01-01")
                                        .with(csrf())
                                        .with(SignedIn.as(AUDITOR)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray();
        Path file = Files.write(folder.resolve("proof.zip"), zip);
        CompletenessVerdict verdict = CompletenessCheck.of(file, List.of(log.key()));
        assertThat(verdict.flaws()).isEmpty();
        assertThat(verdict.acts())
                .extracting(CompletenessVerdict.Listed::content)
                .hasSize(3)
                .noneMatch(one -> one.contains(id) || one.contains("sirr"))
                .anyMatch(one -> one.contains("\"body\":\"dtx\""))
                .anyMatch(one -> one.contains("\"body\":\"din\""))
                .anyMatch(one -> one.contains("ledger.proof.made"));
    }

    @Test
    void whoReadsOneBodysJournalProvesNothingOfOthers() throws Exception {
        Caller ofOneBody = SignedIn.caller("din", Role.AUDITOR);
        web.perform(
                        post("/journal/log/proof")
                                .param("kind", "case")
                                .param("id", "x")
                                .with(csrf())
                                .with(SignedIn.as(ofOneBody)))
                .andExpect(status().isForbidden());
        web.perform(get("/journal/log").with(SignedIn.as(ofOneBody))).andExpect(status().isOk());
    }

    @Test
    void whatIsTypedWronglyIsTold() throws Exception {
        web.perform(
                        post("/journal/log/proof")
                                .param("kind", "case")
                                .param("id", "two words")
                                .param("from", "2026-11-27")
                                .param("until", "2026-11-26")
                                .with(csrf())
                                .with(SignedIn.as(AUDITOR)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(Matchers.containsString("boşluqsuz ID")))
                .andExpect(content().string(Matchers.containsString("Son gün")));
    }

    @Test
    void aVerificationIsFollowedToItsEnd() throws Exception {
        look("dtx", UUID.randomUUID().toString());
        String place =
                String.valueOf(
                        web.perform(
                                        post("/journal/log/verifications")
                                                .with(csrf())
                                                .with(SignedIn.as(AUDITOR)))
                                .andExpect(status().is3xxRedirection())
                                .andReturn()
                                .getResponse()
                                .getRedirectedUrl());
        UUID id = UUID.fromString(place.substring(place.lastIndexOf('/') + 1));
        String state = "running";
        for (int look = 0; look < 300 && state.equals("running"); look++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            state = ActingAs.call(Feeding.JOB, () -> oversight.progress(id).orElseThrow().state());
        }
        assertThat(state).isIn("clean", "findings");
        web.perform(get(place).with(SignedIn.as(AUDITOR))).andExpect(status().isOk());
        web.perform(get("/journal/log").with(SignedIn.as(AUDITOR)))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString(id.toString())));
    }
}
