package az.qalxan.evidence.dossier;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.engines.caseontology.CaseGraph;
import az.qalxan.engines.caseontology.CaseVerdict;
import az.qalxan.engines.container.ContainerWriter;
import az.qalxan.engines.container.Member;
import az.qalxan.engines.container.Progress;
import az.qalxan.engines.container.Sum;
import az.qalxan.engines.ledger.BundleItem;
import az.qalxan.engines.ledger.BundleParts;
import az.qalxan.engines.ledger.FileDigest;
import az.qalxan.engines.ledger.LedgerBundle;
import az.qalxan.engines.ledger.Opening;
import az.qalxan.engines.vault.CaseKey;
import az.qalxan.engines.vault.Finish;
import az.qalxan.engines.vault.Intake;
import az.qalxan.engines.vault.Vault;
import az.qalxan.evidence.Custody;
import az.qalxan.evidence.CustodyEvent;
import az.qalxan.evidence.CustodyStep;
import az.qalxan.evidence.Exhibit;
import az.qalxan.evidence.Exhibits;
import az.qalxan.evidence.StoredBytes;
import az.qalxan.ledger.Ledger;
import az.qalxan.ledger.LedgerFact;
import az.qalxan.print.DetachedSigning;
import az.qalxan.web.Language;
import az.qalxan.web.Texts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes one export: reads every byte and compares it with what came, notes the export in each
 * chain, composes the papers, binds them all in the ledger, and only then writes the container into
 * the vault.
 */
@Component
class DossierWriting {

    private static final String OCTETS = "application/octet-stream";
    private static final String NAMESPACE = "urn:qalxan:kb:";
    private static final long TOLD_EVERY = 16L << 20;
    private static final int PIECES = 8;

    private final DossierStore store;
    private final DossierDesk desk;
    private final DossierGathering composing;
    private final DossierPapers papers;
    private final ShapesInUse shapes;
    private final Exhibits exhibits;
    private final Custody custody;
    private final Ledger ledger;
    private final Vault vault;
    private final DetachedSigning signing;
    private final Texts texts;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final String namespace;
    private final Clock clock;

    DossierWriting(
            DossierStore store,
            DossierDesk desk,
            DossierGathering composing,
            DossierPapers papers,
            ShapesInUse shapes,
            Exhibits exhibits,
            Custody custody,
            Ledger ledger,
            Vault vault,
            DetachedSigning signing,
            Texts texts,
            AuditLog audit,
            TransactionTemplate transaction,
            Environment environment,
            Clock clock) {
        this.store = store;
        this.desk = desk;
        this.composing = composing;
        this.papers = papers;
        this.shapes = shapes;
        this.exhibits = exhibits;
        this.custody = custody;
        this.ledger = ledger;
        this.vault = vault;
        this.signing = signing;
        this.texts = texts;
        this.audit = audit;
        this.transaction = transaction;
        this.namespace = environment.getProperty("qalxan.case.namespace", NAMESPACE);
        this.clock = clock;
    }

    /** Why an export came to nothing; message key {@code dossier.failure.<code>}. */
    static final class Failed extends Exception {

        private static final long serialVersionUID = 1L;

        private final String code;

        Failed(String code) {
            super(code);
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /** Bytes of an exhibit as they were read now. */
    private record Reading(Exhibit exhibit, StoredBytes stored, FileDigest digest, Sum sum) {}

    /** The papers of an export by their paths. */
    private record Paper(String mediaType, byte[] bytes) {

        Member member(String path) {
            try {
                Sum sum = Sum.of(new ByteArrayInputStream(bytes));
                return new Member(path, mediaType, sum.length(), sum.sha256());
            } catch (IOException e) {
                throw new IllegalStateException("bytes in memory cannot be read", e);
            }
        }
    }

    void run(Dossier dossier) throws IOException, Failed {
        Told told = new Told(dossier.id());
        List<Exhibit> chosen = desk.within(dossier);
        List<Reading> readings = new ArrayList<>();
        for (Exhibit exhibit : chosen) {
            StoredBytes stored = exhibit.stored();
            if (stored != null) {
                readings.add(read(dossier, exhibit, stored, told));
            }
        }
        note(dossier, chosen);
        Instant now = clock.instant();
        Chosen all = composing.of(dossier, chosen);
        byte[] graph = CaseGraph.of(story(all));
        String verdict = judge(graph);
        Map<String, Paper> made = papers(all, graph, now);
        List<Member> members = new ArrayList<>();
        made.forEach((path, paper) -> members.add(paper.member(path)));
        readings.forEach(one -> members.add(member(one)));
        Paper guide =
                new Paper(
                        "text/html; charset=utf-8",
                        papers.guide(dossier, members, verdict.equals("valid"), now));
        members.addFirst(guide.member("index.html"));
        UUID entry = bind(dossier, members, now);
        BundleParts proofs = proofs(all, entry, members, readings);
        Map<String, Paper> ordered = new LinkedHashMap<>();
        ordered.put("index.html", guide);
        ordered.putAll(made);
        Finish.Stored stored = write(dossier, ordered, readings, proofs, told);
        ready(dossier, stored, verdict, entry);
    }

    /** Tells how far it is, and ends the writing when it must not go on. */
    private final class Told {

        private final UUID dossier;
        private long done;
        private long last;

        Told(UUID dossier) {
            this.dossier = dossier;
        }

        void until(long bytes) throws IOException {
            done = bytes;
            if (done - last >= TOLD_EVERY || last == 0) {
                last = Math.max(1, done);
                Boolean goes =
                        transaction.execute(
                                status -> store.writing(dossier, done, clock.instant()));
                if (!Boolean.TRUE.equals(goes)) {
                    throw new IOException("the export " + dossier + " was ended");
                }
            }
        }
    }

    private Reading read(Dossier dossier, Exhibit exhibit, StoredBytes stored, Told told)
            throws IOException, Failed {
        CRC32 crc = new CRC32();
        long before = told.done;
        try (InputStream in =
                Channels.newInputStream(
                        exhibits.bytes(
                                exhibit.id(),
                                new Exhibits.Reading(dossier.author(), dossier.number())))) {
            InputStream counted = new CountedStream(in, count -> told.until(before + count));
            FileDigest digest =
                    FileDigest.of(Chosen.path(exhibit), new CheckedInputStream(counted, crc));
            if (!digest.sha256().hex().equals(stored.digests().sha256())) {
                throw new Failed("altered");
            }
            Sum sum = new Sum(digest.length(), (int) crc.getValue(), digest.sha256().hex());
            return new Reading(exhibit, stored, digest, sum);
        }
    }

    /** The export stands in every chain before there is a file. */
    private void note(Dossier dossier, List<Exhibit> chosen) {
        Dossier.Terms terms = dossier.terms();
        Map<String, String> details =
                Map.of(
                        "dossier", dossier.number(),
                        "recipient", terms.recipient(),
                        "export-basis", terms.basis(),
                        "export-document", terms.document());
        transaction.executeWithoutResult(
                status ->
                        chosen.forEach(
                                exhibit ->
                                        custody.record(
                                                exhibit,
                                                CustodyStep.by(
                                                                dossier.author(),
                                                                DossierAct.EXPORTED,
                                                                "exported")
                                                        .saying(terms.words())
                                                        .with(details))));
    }

    private az.qalxan.engines.caseontology.Story story(Chosen all) {
        return new StoryOf(all, texts.in(Language.EN), namespace, composing).story();
    }

    private String judge(byte[] graph) throws IOException, Failed {
        CaseVerdict verdict = shapes.judge(graph).orElse(null);
        if (verdict == null) {
            return "unjudged";
        }
        if (!verdict.valid()) {
            throw new Failed("graph");
        }
        return "valid";
    }

    private Map<String, Paper> papers(Chosen all, byte[] graph, Instant now) {
        byte[] data = DossierJson.custody(all);
        Map<String, Paper> made = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            made.put(
                    "custody-report-" + language.code() + ".pdf",
                    new Paper("application/pdf", papers.report(all, data, language, now)));
        }
        made.put("custody.json", new Paper("application/json", data));
        made.put("case-graph.jsonld", new Paper("application/ld+json", graph));
        made.put("signer.pem", new Paper("application/x-pem-file", pem()));
        return made;
    }

    /** The certificates that a check of the signature needs; whose they are is for others to say. */
    private byte[] pem() {
        StringBuilder pem = new StringBuilder();
        Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
        try {
            for (X509Certificate one : signing.key().chain()) {
                pem.append("-----BEGIN CERTIFICATE-----\n")
                        .append(lines.encodeToString(one.getEncoded()))
                        .append("\n-----END CERTIFICATE-----\n");
            }
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read has no encoding", e);
        }
        return pem.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static Member member(Reading reading) {
        return new Member(
                reading.digest().path(), OCTETS, reading.sum().length(), reading.sum().sha256());
    }

    private UUID bind(Dossier dossier, List<Member> members, Instant now) {
        LedgerFact fact =
                new LedgerFact(
                        "dossier",
                        "dossier/" + dossier.id(),
                        DossierJson.fact(dossier, members, now),
                        now);
        return Objects.requireNonNull(transaction.execute(status -> ledger.record(fact)));
    }

    /** Entries of all chains and of the export itself, each with the files that it names. */
    private BundleParts proofs(
            Chosen all, UUID entry, List<Member> members, List<Reading> readings) {
        List<UUID> entries = new ArrayList<>(List.of(entry));
        Map<UUID, String> labels = new LinkedHashMap<>();
        labels.put(entry, "export " + all.dossier().number());
        for (Chosen.Item item : all.items()) {
            for (CustodyEvent event : item.chain().events()) {
                if (event.entry() != null) {
                    entries.add(event.entry());
                    labels.put(
                            event.entry(), item.exhibit().number() + " " + event.kind());
                }
            }
        }
        BundleParts parts = ledger.bundle(entries);
        List<FileDigest> files = digests(members, readings);
        return parts.with(
                parts.items().stream().map(item -> named(item, labels, files)).toList());
    }

    private static List<FileDigest> digests(List<Member> members, List<Reading> readings) {
        Map<String, FileDigest> byPath = new LinkedHashMap<>();
        for (Member one : members) {
            az.qalxan.engines.ledger.Digest sha256 =
                    az.qalxan.engines.ledger.Digest.ofHex(one.sha256()).orElseThrow();
            byPath.put(
                    one.path(), new FileDigest(one.path(), one.length(), sha256, List.of()));
        }
        readings.forEach(one -> byPath.put(one.digest().path(), one.digest()));
        return List.copyOf(byPath.values());
    }

    private static BundleItem named(
            BundleItem item, Map<UUID, String> labels, List<FileDigest> files) {
        Opening opening = item.opening();
        String content =
                opening == null ? "" : new String(opening.content(), StandardCharsets.UTF_8);
        List<FileDigest> told =
                files.stream()
                        .filter(one -> content.contains("\"sha256\":\"" + one.sha256().hex() + "\""))
                        .toList();
        return new BundleItem(
                labels.getOrDefault(item.entry().id(), item.label()),
                item.entry(),
                item.proof(),
                opening,
                told);
    }

    private Finish.Stored write(
            Dossier dossier,
            Map<String, Paper> made,
            List<Reading> readings,
            BundleParts proofs,
            Told told)
            throws IOException, Failed {
        Intake intake = vault.begin(new CaseKey(caseId(dossier)));
        long before = told.done;
        Progress progress = bytes -> told.until(before + bytes);
        try (VaultChannel out = new VaultChannel(intake, PIECES * vault.chunkBytes())) {
            ContainerWriter writer = new ContainerWriter(out, progress);
            for (Map.Entry<String, Paper> paper : made.entrySet()) {
                writer.put(
                        paper.getKey(), paper.getValue().mediaType(), paper.getValue().bytes());
            }
            for (Reading one : readings) {
                writer.put(
                        one.digest().path(),
                        OCTETS,
                        one.sum(),
                        () -> Channels.newInputStream(vault.open(one.stored().id())));
            }
            for (Map.Entry<String, byte[]> file : LedgerBundle.files(proofs).entrySet()) {
                writer.put(file.getKey(), OCTETS, file.getValue());
            }
            writer.finish(manifest -> signing.sign(manifest, clock.instant()));
        }
        return switch (intake.finish()) {
            case Finish.Stored stored -> stored;
            case Finish.Spoiled _ -> throw new Failed("vault");
        };
    }

    private UUID caseId(Dossier dossier) {
        return composing.caseId(dossier);
    }

    private void ready(Dossier dossier, Finish.Stored stored, String verdict, UUID entry) {
        DossierStore.Result result =
                new DossierStore.Result(
                        stored.id(),
                        stored.digests().sha256(),
                        stored.digests().length(),
                        verdict,
                        entry);
        transaction.executeWithoutResult(
                status -> {
                    if (store.ready(dossier.id(), result, clock.instant())) {
                        audit.record(
                                DossierAct.READY,
                                AuditSubject.of("dossier", dossier.number()),
                                Map.of(
                                        "sha256",
                                        result.sha256(),
                                        "bytes",
                                        String.valueOf(result.length())));
                    }
                });
    }
}
