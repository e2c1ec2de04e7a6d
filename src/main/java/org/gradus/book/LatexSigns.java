package org.gradus.book;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The commands of LaTeX that stand for one sign, and those that stand for a word. */
final class LatexSigns {
    /** Letters, which are set as variables. */
    static final Map<String, String> LETTERS =
            pairs("alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ "
                    + "vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω "
                    + "Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω "
                    + "ell ℓ partial ∂ nabla ∇ infty ∞ emptyset ∅ Re ℜ Im ℑ");

    /** Signs between or before what they belong to. */
    static final Map<String, String> OPERATORS =
            pairs("cdot · times × div ÷ pm ± mp ∓ odot ⊙ oplus ⊕ otimes ⊗ circ ∘ ast ∗ star ⋆ "
                    + "le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ equiv ≡ approx ≈ sim ∼ simeq ≃ propto ∝ ll ≪ gg ≫ mid ∣ "
                    + "in ∈ notin ∉ subset ⊂ subseteq ⊆ cup ∪ cap ∩ setminus ∖ forall ∀ exists ∃ neg ¬ land ∧ lor ∨ wedge ∧ vee ∨ "
                    + "to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ mapsto ↦ Rightarrow ⇒ Leftarrow ⇐ implies ⟹ iff ⟺ "
                    + "top ⊤ bot ⊥ perp ⊥ prime ′ dots … ldots … cdots ⋯ vdots ⋮ ddots ⋱ colon :");

    /** Signs below and above which something stands in a display. */
    static final Map<String, String> LARGE = pairs("sum ∑ prod ∏ int ∫ bigcup ⋃ bigcap ⋂");

    /** Brackets. */
    static final Map<String, String> FENCES =
            pairs("{ { } } lbrace { rbrace } lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ langle ⟨ rangle ⟩ "
                    + "vert | lvert | rvert | | ‖ Vert ‖ lVert ‖ rVert ‖ ( ( ) ) [ [ ] ] . .");

    /** Accents above a letter. */
    static final Map<String, String> ACCENTS =
            pairs("hat ^ widehat ^ tilde ~ widetilde ~ bar ¯ overline ¯ dot ˙ ddot ¨ vec →");

    /** Functions, which are set upright. */
    static final Set<String> FUNCTIONS =
            Set.of("exp log ln sin cos tan sinh cosh tanh arctan det dim ker deg Pr gcd".split(" "));

    /** Functions below which something stands in a display. */
    static final Set<String> LIMITS = Set.of("lim max min sup inf arg argmin argmax limsup liminf".split(" "));

    /** Spaces, in em. */
    static final Map<String, String> SPACES =
            pairs(", 0.17 : 0.22 ; 0.28 ! -0.17 quad 1 qquad 2 enspace 0.5 thinspace 0.17");

    /** Letters with a double stroke. */
    static final Map<String, String> DOUBLE = pairs("R ℝ N ℕ Z ℤ Q ℚ C ℂ E 𝔼 P ℙ 1 𝟙");

    /** Letters of a script. */
    static final Map<String, String> SCRIPT =
            pairs("L ℒ D 𝒟 N 𝒩 O 𝒪 B ℬ F ℱ H ℋ X 𝒳 Y 𝒴 S 𝒮 U 𝒰 G 𝒢 A 𝒜 C 𝒞 M ℳ P 𝒫 R ℛ");

    private LatexSigns() {}

    private static Map<String, String> pairs(String words) {
        String[] each = words.split(" ");
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i < each.length; i += 2) {
            pairs.put(each[i], each[i + 1]);
        }
        return Collections.unmodifiableMap(pairs);
    }
}
