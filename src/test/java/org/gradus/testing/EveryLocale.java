package org.gradus.testing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.BeforeClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs a class under ordinary defaults and under those that change most, and puts back what was the default before. */
final class EveryLocale implements ClassTemplateInvocationContextProvider {
    private static final Locale TURKEY = Locale.forLanguageTag("tr-TR");
    private static final Locale EGYPT = Locale.forLanguageTag("ar-EG");

    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<Under> provideClassTemplateInvocationContexts(ExtensionContext context) {
        return Stream.of(new Under(Locale.ROOT, Locale.ROOT), new Under(TURKEY, EGYPT));
    }

    /** One run of the class. */
    private record Under(Locale letters, Locale formats)
            implements ClassTemplateInvocationContext,
                    BeforeClassTemplateInvocationCallback,
                    AfterClassTemplateInvocationCallback {
        @Override
        public String getDisplayName(int invocation) {
            return letters.equals(Locale.ROOT)
                    ? "in no locale"
                    : "with letters of %s and formats of %s".formatted(letters, formats);
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(this);
        }

        @Override
        public void beforeClassTemplateInvocation(ExtensionContext context) {
            for (Locale.Category category : Locale.Category.values()) {
                store(context).put(category, Locale.getDefault(category));
            }
            store(context).put(EveryLocale.class, Locale.getDefault());
            Locale.setDefault(letters);
            Locale.setDefault(Locale.Category.FORMAT, formats);
        }

        @Override
        public void afterClassTemplateInvocation(ExtensionContext context) {
            Locale.setDefault(store(context).get(EveryLocale.class, Locale.class));
            Arrays.stream(Locale.Category.values())
                    .forEach(category ->
                            Locale.setDefault(category, store(context).get(category, Locale.class)));
        }

        private static ExtensionContext.Store store(ExtensionContext context) {
            return context.getStore(ExtensionContext.Namespace.create(EveryLocale.class));
        }
    }
}
