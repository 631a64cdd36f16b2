package az.qalxan.cooperation.paper;

/**
 * A finished paper: a signed PDF/A-3 file that carries its own data.
 *
 * @param pdf the file; never changed after it was signed
 * @param fileName a name of Latin letters, digits and hyphens
 * @param sha256 the file's digest in hexadecimal digits
 */
public record Paper(byte[] pdf, String fileName, String sha256) {

    public Paper {
        pdf = pdf.clone();
    }

    @Override
    public byte[] pdf() {
        return pdf.clone();
    }
}
