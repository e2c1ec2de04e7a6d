package org.gradus.equation;

/** The step a symbol belongs to. */
public sealed interface Index {

    /** {@return the index as a subscript: {@code _t}, {@code _{t−1}}, {@code _0}; "" for none} */
    default String text() {
        return text(Spelling.LECTURE);
    }

    /**
     * {@return the index as a subscript}
     *
     * @param spelling in which spelling
     */
    String text(Spelling spelling);

    /** The same at every step, as a hyper-parameter. */
    record None() implements Index {
        @Override
        public String text(Spelling spelling) {
            return "";
        }
    }

    /**
     * One certain step, as in m_0.
     *
     * @param at the step
     */
    record Fixed(long at) implements Index {
        @Override
        public String text(Spelling spelling) {
            return "_" + at;
        }
    }

    /**
     * A step seen from the present one, as in m_{t−1}.
     *
     * @param offset how many steps later; −1 for t−1
     */
    record Relative(int offset) implements Index {
        @Override
        public String text(Spelling spelling) {
            return offset == 0 ? "_t" : "_{t" + (offset < 0 ? spelling.sign("−") : "+") + Math.abs(offset) + "}";
        }
    }

    /**
     * The index of a sum, as in g_i.
     *
     * @param name its letter
     */
    record Named(String name) implements Index {
        @Override
        public String text(Spelling spelling) {
            return "_" + spelling.name(name);
        }
    }
}
