//! The names of letters, signs and functions: a name and what it stands for, by turns.

use super::Maths;

const LETTERS: &str = "alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ \
    lambda λ mu μ nu ν xi ξ pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω \
    ell ℓ imath ı jmath ȷ partial ∂";

const UPRIGHT: &str = "Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω infty ∞ emptyset ∅ \
    varnothing ∅ nabla ∇ hbar ℏ Re ℜ Im ℑ aleph ℵ degree ° angle ∠ triangle △ square □ checkmark ✓ euro €";

const SIGNS: &str = "times × div ÷ cdot ⋅ pm ± mp ∓ ast ∗ star ⋆ circ ∘ bullet ∙ oplus ⊕ ominus ⊖ otimes ⊗ \
    leq ≤ le ≤ leqslant ≤ geq ≥ ge ≥ geqslant ≥ neq ≠ ne ≠ lt < gt > ll ≪ gg ≫ approx ≈ equiv ≡ sim ∼ simeq ≃ cong ≅ propto ∝ \
    in ∈ notin ∉ ni ∋ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ cup ∪ cap ∩ setminus ∖ forall ∀ exists ∃ neg ¬ lnot ¬ land ∧ \
    wedge ∧ lor ∨ vee ∨ to → rightarrow → leftarrow ← gets ← uparrow ↑ downarrow ↓ leftrightarrow ↔ Rightarrow ⇒ implies ⟹ \
    Leftarrow ⇐ Leftrightarrow ⇔ iff ⟺ mapsto ↦ longrightarrow ⟶ rightleftharpoons ⇌ perp ⊥ parallel ∥ mid ∣ nmid ∤ therefore ∴ \
    because ∵ ldots … dots … cdots ⋯ vdots ⋮ ddots ⋱ prime ′ colon : int ∫ iint ∬ oint ∮ surd √ \
    % % $ $ & & # # _ _";

const BRACKETS: &str = "{ { } } lbrace { rbrace } langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ | ‖ vert | Vert ‖ \
    lvert | rvert | lVert ‖ rVert ‖ lbrack [ rbrack ]";

/// Signs with limits below and above them.
const BIG: &str = "sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigvee ⋁ bigwedge ⋀ bigoplus ⨁ bigotimes ⨂";

const FUNCTIONS: &str = "sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh log ln lg exp arg deg dim ker hom";

/// Functions with what they are for below them.
const LIMITS: &str = "lim max min sup inf gcd det Pr";

/// What stands over or under a part: its sign, and whether it is below.
const OVER: &str = "hat ^ widehat ^ check ˇ tilde ~ widetilde ~ bar ¯ overline ¯ vec → overrightarrow → dot ˙ ddot ¨ acute ´ grave ` \
    overbrace ⏞";
const UNDER: &str = "underline _ underbrace ⏟";

/// Room by its name, in thousandths of the size of the letters.
const SPACES: [(&str, u16); 8] =
    [(",", 167), (":", 222), (">", 222), (";", 278), (" ", 250), ("quad", 1000), ("qquad", 2000), ("enspace", 500)];

fn find(names: &'static str, name: &str) -> Option<&'static str> {
    let mut words = names.split_whitespace();
    while let (Some(known), Some(sign)) = (words.next(), words.next()) {
        if known == name {
            return Some(sign);
        }
    }
    None
}

fn lists(names: &str, name: &str) -> bool {
    names.split_whitespace().any(|known| known == name)
}

/// What a command that takes nothing stands for.
pub(super) fn named(name: &str) -> Option<Maths> {
    let sign = |sign: &str| Maths::Sign(sign.to_owned(), false);
    let letter = |upright| move |letter: &str| Maths::Letter(letter.to_owned(), upright);
    let function = || (lists(FUNCTIONS, name) || lists(LIMITS, name)).then(|| Maths::Letter(name.to_owned(), true));
    let space = || SPACES.iter().find(|(known, _)| *known == name).map(|(_, width)| Maths::Space(*width));
    find(LETTERS, name)
        .map(letter(false))
        .or_else(|| find(UPRIGHT, name).map(letter(true)))
        .or_else(|| find(SIGNS, name).or_else(|| find(BIG, name)).map(sign))
        .or_else(|| bracket(name).map(sign))
        .or_else(function)
        .or_else(space)
}

/// A bracket by its name.
pub(super) fn bracket(name: &str) -> Option<&'static str> {
    find(BRACKETS, name)
}

/// Whether what stands below and above a part are its limits.
pub(super) fn has_limits(part: &Maths) -> bool {
    match part {
        Maths::Sign(sign, _) => BIG.split_whitespace().any(|known| known == sign) || matches!(sign.as_str(), "⏞" | "⏟"),
        Maths::Letter(name, true) => lists(LIMITS, name),
        _ => false,
    }
}

/// The sign that a command puts over a part, or under it, and whether it is under.
pub(super) fn accent(name: &str) -> Option<(&'static str, bool)> {
    find(OVER, name).map(|sign| (sign, false)).or_else(|| find(UNDER, name).map(|sign| (sign, true)))
}
