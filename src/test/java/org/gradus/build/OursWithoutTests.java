package org.gradus.build;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** The classes of {@code src/main}, in whatever directory the build was told to write to. */
final class OursWithoutTests implements ImportOption {
    @Override
    public boolean includes(Location location) {
        return !location.isJar() && !location.contains("/test-classes/");
    }
}
