package az.qalxan.evidence.dossier;

import az.qalxan.engines.container.Member;
import az.qalxan.evidence.CustodyEvent;
import az.qalxan.evidence.Exhibit;
import az.qalxan.evidence.StoredBytes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An export for programs: what is in it, and what the ledger binds of it. */
final class DossierJson {

    static final String SCHEMA = "qalxan-dossier/1";

    private static final JsonMapper JSON = JsonMapper.shared();

    private DossierJson() {}

    /** Exhibits and chains, as the custody report prints them. */
    static byte[] custody(Chosen chosen) {
        SortedMap<String, Object> all = terms(chosen.dossier());
        all.put("schema", SCHEMA);
        all.put("case", chosen.dossier().caseNumber().value());
        all.put("caseTitle", chosen.caseTitle());
        all.put("owner", chosen.owner());
        all.put("exhibits", chosen.items().stream().map(DossierJson::exhibit).toList());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(all);
    }

    private static SortedMap<String, Object> terms(Dossier dossier) {
        SortedMap<String, Object> terms = new TreeMap<>();
        terms.put("dossier", dossier.number());
        terms.put("purpose", dossier.terms().purpose().code());
        terms.put("recipient", dossier.terms().recipient());
        terms.put("basis", dossier.terms().basis());
        terms.put("document", dossier.terms().document());
        terms.put("words", dossier.terms().words());
        terms.put("author", dossier.author());
        return terms;
    }

    private static SortedMap<String, Object> exhibit(Chosen.Item item) {
        Exhibit exhibit = item.exhibit();
        SortedMap<String, Object> told = new TreeMap<>();
        told.put("number", exhibit.number().toString());
        told.put("title", exhibit.description().title());
        told.put("words", exhibit.description().words());
        told.put("kind", exhibit.description().kind().code());
        told.put("dataClass", exhibit.description().dataClass().code());
        told.put("origin", exhibit.origin().kind().code());
        told.put("from", exhibit.origin().from());
        told.put("at", exhibit.origin().at().toString());
        told.put("basis", exhibit.basis().title().in("en"));
        told.put("basisVerified", exhibit.basis().verified());
        told.put("document", exhibit.basis().document());
        told.put("admitted", exhibit.admitted());
        told.put("handling", exhibit.standing().handling().label());
        StoredBytes stored = exhibit.stored();
        if (stored != null) {
            told.put("path", item.path());
            told.put("fileName", stored.name());
            told.put("length", stored.digests().length());
            told.put("sha256", stored.digests().sha256());
            told.put("sha1", stored.digests().sha1());
            told.put("md5", stored.digests().md5());
        }
        told.put("chain", item.chain().events().stream().map(DossierJson::event).toList());
        return told;
    }

    private static SortedMap<String, Object> event(CustodyEvent event) {
        SortedMap<String, Object> told = new TreeMap<>();
        told.put("at", event.at().toString());
        told.put("event", event.kind());
        told.put("author", event.author());
        told.put("body", event.body());
        told.put("words", event.words());
        told.put("details", event.details());
        @Nullable Object entry = event.entry();
        if (entry != null) {
            told.put("ledgerEntry", entry.toString());
        }
        return told;
    }

    /** What the ledger binds of an export: canonical JSON that names every file. */
    static byte[] fact(Dossier dossier, List<Member> members, Instant at) {
        SortedMap<String, Object> fact = terms(dossier);
        fact.put("at", at.toString());
        fact.put("files", members.stream().map(DossierJson::file).toList());
        return JSON.writeValueAsBytes(fact);
    }

    private static Map<String, Object> file(Member member) {
        SortedMap<String, Object> file = new TreeMap<>();
        file.put("length", member.length());
        file.put("path", member.path());
        file.put("sha256", member.sha256());
        return file;
    }
}
