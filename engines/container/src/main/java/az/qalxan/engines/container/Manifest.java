package az.qalxan.engines.container;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** The list of files that is signed (ETSI EN 319 162-1, annex A.4). */
final class Manifest {

    static final String PATH = "META-INF/ASiCManifest001.xml";
    static final String SIGNATURE = "META-INF/signature001.p7s";

    private static final String HEAD =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <asic:ASiCManifest xmlns:asic="http://uri.etsi.org/02918/v1.2.1#"\
             xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
              <asic:SigReference URI="META-INF/signature001.p7s"\
             MimeType="application/pkcs7-signature"/>
            """;

    private static final String MEMBER =
            """
              <asic:DataObjectReference URI="%s" MimeType="%s">
                <ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>
                <ds:DigestValue>%s</ds:DigestValue>
              </asic:DataObjectReference>
            """;

    private Manifest() {}

    /** Paths and media types have nothing in them that XML would read otherwise. */
    static byte[] of(List<Member> members) {
        StringBuilder text = new StringBuilder(HEAD);
        for (Member member : members) {
            byte[] digest = HexFormat.of().parseHex(member.sha256());
            text.append(
                    MEMBER.formatted(
                            member.path(),
                            member.mediaType(),
                            Base64.getEncoder().encodeToString(digest)));
        }
        return text.append("</asic:ASiCManifest>\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
