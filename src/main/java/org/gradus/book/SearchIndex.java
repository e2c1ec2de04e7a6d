package org.gradus.book;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.ArrayList;
import java.util.List;

/** What the search looks through: for each part of a page its address, the page's title, the heading and the words below it. */
final class SearchIndex {
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private SearchIndex() {}

    /**
     * The index as a script, because a page in a folder may load scripts, but no data.
     *
     * @param entries the pages
     * @param also words a page is found by that do not stand in it, in the order of the pages
     */
    static String script(List<Contents.Entry> entries, List<String> also) {
        StringBuilder script = new StringBuilder("window.gradusIndex = [\n");
        for (int i = 0; i < entries.size(); i++) {
            Contents.Entry entry = entries.get(i);
            List<Written.Part> parts = entry.text().parts();
            for (Written.Part part : parts) {
                boolean first = part == parts.get(0);
                List<String> row = new ArrayList<>();
                row.add(entry.file() + (first ? "" : "#" + part.anchor()));
                row.add(entry.text().title());
                row.add(first ? "" : part.heading());
                row.add((first ? also.get(i) + " " : "") + part.words());
                script.append(GSON.toJson(row)).append(",\n");
            }
        }
        return script.append("];\n").toString();
    }
}
