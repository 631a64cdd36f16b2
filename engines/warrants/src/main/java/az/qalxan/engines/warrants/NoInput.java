package az.qalxan.engines.warrants;

import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.ls.LSInput;

/** Empty, whatever a schema refers to outside itself. */
final class NoInput implements LSInput {

    @Override
    public Reader getCharacterStream() {
        return new StringReader("");
    }

    @Override
    public void setCharacterStream(Reader stream) {
        // It stays empty.
    }

    @Override
    public @Nullable InputStream getByteStream() {
        return null;
    }

    @Override
    public void setByteStream(InputStream stream) {
        // It stays empty.
    }

    @Override
    public @Nullable String getStringData() {
        return null;
    }

    @Override
    public void setStringData(String data) {
        // It stays empty.
    }

    @Override
    public @Nullable String getSystemId() {
        return null;
    }

    @Override
    public void setSystemId(String id) {
        // It has none.
    }

    @Override
    public @Nullable String getPublicId() {
        return null;
    }

    @Override
    public void setPublicId(String id) {
        // It has none.
    }

    @Override
    public @Nullable String getBaseURI() {
        return null;
    }

    @Override
    public void setBaseURI(String uri) {
        // It has none.
    }

    @Override
    public @Nullable String getEncoding() {
        return null;
    }

    @Override
    public void setEncoding(String encoding) {
        // It has none.
    }

    @Override
    public boolean getCertifiedText() {
        return false;
    }

    @Override
    public void setCertifiedText(boolean certified) {
        // It is not.
    }
}
