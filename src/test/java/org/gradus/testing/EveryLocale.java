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

/** Runs a class under one default locale after the other, and puts back what was the default before. */
final class EveryLocale implements ClassTemplateInvocationContextProvider {
    private static final List<Locale> LOCALES =
            Stream.of("", "ar-EG", "tr-TR").map(Locale::forLanguageTag).toList();

    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<Under> provideClassTemplateInvocationContexts(ExtensionContext context) {
        return LOCALES.stream().map(Under::new);
    }

    /** One run of the class. */
    private record Under(Locale locale)
            implements ClassTemplateInvocationContext,
                    BeforeClassTemplateInvocationCallback,
                    AfterClassTemplateInvocationCallback {
        @Override
        public String getDisplayName(int invocation) {
            return locale.equals(Locale.ROOT) ? "in no locale" : "in " + locale.toLanguageTag();
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
            Locale.setDefault(locale);
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
