package org.gradus.lecture;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gradus.equation.Equations;

/** Pieces of a web page. All texts are escaped; only {@code page} and {@code figure} take markup. */
final class Html {
    private static final String STYLE = """
            body { font: 16px/1.5 "DejaVu Sans", Verdana, sans-serif; color: #222; background: #fff;
                   max-width: 1400px; margin: 2rem auto; padding: 0 1.5rem; }
            h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .3rem; } h2 { font-size: 1.25rem; margin: 2.2rem 0 .6rem; }
            .lead { color: #555; margin: 0 0 1.5rem; max-width: 60rem; }
            .charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(560px, 100%), 1fr)); gap: 1.5rem; }
            figure { margin: 0; } figure svg { width: 100%; height: auto; display: block; }
            figcaption { color: #555; font-size: .85rem; padding: .2rem .4rem; }
            .wide { overflow-x: auto; }
            table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; }
            th, td { text-align: left; padding: .4rem 1.1rem .4rem 0; border-bottom: 1px solid #ddd; vertical-align: top; }
            thead th { border-bottom: 2px solid #888; } tbody th { font-weight: normal; color: #555; white-space: nowrap; }
            pre { font: 1rem/1.7 "DejaVu Serif", Georgia, serif; margin: 0; }
            sub, sup { font-size: .75em; line-height: 0; }
            .equations { display: flex; flex-wrap: wrap; gap: 2.5rem; } .equations h3 { font-size: 1rem; margin: 0 0 .3rem; }
            code { font-family: "DejaVu Sans Mono", monospace; } a { color: #0b5394; }
            """;

    private static final Pattern SUBSCRIPT = Pattern.compile("_(?:\\{([^}]*)\\}|(.))");
    private static final Pattern SUPERSCRIPT = Pattern.compile("\\^(?:\\{([^}]*)\\}|(.))");

    private Html() {}

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String page(String title, String body) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                %s</body>
                </html>
                """.formatted(escape(title), STYLE, body);
    }

    static String figure(String svg, Picture picture) {
        String file = picture.file();
        return """
                <figure>
                %s
                <figcaption>%s (<a href="%s.png">PNG</a>, <a href="%s.svg">SVG</a>)</figcaption>
                </figure>
                """.formatted(svg, escape(picture.caption()), file, file);
    }

    /** A table whose first row is its head. */
    static String table(List<List<String>> rows) {
        StringBuilder html = new StringBuilder("<div class=\"wide\"><table>\n<thead>");
        row(html, "th", rows.get(0));
        html.append("</thead>\n<tbody>\n");
        rows.subList(1, rows.size()).forEach(cells -> row(html, "td", cells));
        return html.append("</tbody>\n</table></div>\n").toString();
    }

    private static void row(StringBuilder html, String tag, List<String> cells) {
        html.append("<tr>");
        for (String cell : cells) {
            html.append('<')
                    .append(tag)
                    .append('>')
                    .append(escape(cell))
                    .append("</")
                    .append(tag)
                    .append('>');
        }
        html.append("</tr>\n");
    }

    /** Equations in the lecture's notation, one to a line, with their indices set low and their exponents high. */
    static String equations(Equations equations) {
        String low = SUBSCRIPT.matcher(escape(equations.toString())).replaceAll("<sub>$1$2</sub>");
        return "<pre>" + SUPERSCRIPT.matcher(low).replaceAll("<sup>$1$2</sup>") + "</pre>";
    }

    /** A table of names and values. */
    static String definitions(Map<String, String> values) {
        StringBuilder html = new StringBuilder("<table>\n<tbody>\n");
        values.forEach((name, value) -> html.append("<tr><th scope=\"row\">")
                .append(escape(name))
                .append("</th><td>")
                .append(escape(value))
                .append("</td></tr>\n"));
        return html.append("</tbody>\n</table>\n").toString();
    }
}
