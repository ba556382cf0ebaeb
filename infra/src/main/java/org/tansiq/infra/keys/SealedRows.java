package org.tansiq.infra.keys;

/**
 * Opens the texts that rows carry sealed. What is stored of a row never holds a word, so a key that is destroyed blinds
 * every row at once, in every copy of it.
 */
public final class SealedRows {
    private final Authors authors;

    public SealedRows(Authors authors) {
        this.authors = authors;
    }

    /** A row's JSON to be shown; texts without a key are blinded. */
    public String open(String json) {
        var start = json.indexOf(CarriedText.START);
        if (start < 0) {
            return json;
        }
        var opened = new StringBuilder(json.length());
        var from = 0;
        while (start >= 0) {
            var found = CarriedText.at(json, start);
            if (found == null) {
                start = json.indexOf(CarriedText.START, start + 1);
            } else {
                opened.append(json, from, found.start()).append(open(found, json));
                from = found.end();
                start = json.indexOf(CarriedText.START, from);
            }
        }
        return opened.append(json, from, json.length()).toString();
    }

    private String open(CarriedText.Found found, String json) {
        var text = found.text();
        var key = authors.toRead(text.owner());
        if (key.isEmpty()) {
            return text.shape().erased();
        }
        try {
            return SealedTexts.open(key.get(), text);
        } catch (Aes.NotOpened | IllegalArgumentException somebodysWords) {
            return json.substring(found.start(), found.end());
        }
    }
}
