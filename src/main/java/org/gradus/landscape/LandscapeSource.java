package org.gradus.landscape;

import java.util.List;
import org.gradus.catalog.Source;

/**
 * Landscapes of users' own by name. A class that implements this, named in the file {@code
 * META-INF/services/org.gradus.landscape.LandscapeSource} of its jar, adds its landscapes to those of {@link Landscapes}, on the command line
 * too:
 *
 * <pre>{@code
 * public final class MyLandscapes implements LandscapeSource {
 *     public List<LandscapeEntry> entries() {
 *         return List.of(new LandscapeEntry("monkey-saddle", o -> new MonkeySaddle()));
 *     }
 * }
 * }</pre>
 */
public interface LandscapeSource extends Source<LandscapeEntry> {

    /** {@return the landscapes, in the order to list them; names that are taken are refused} */
    @Override
    List<LandscapeEntry> entries();
}
