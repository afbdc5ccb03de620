"""Everything the player shows, laid out for every size of window (look 6.2)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kneecoach.domain.content import Content
from kneecoach.domain.history import JournalError
from kneecoach.domain.scene import scene_at
from kneecoach.domain.session import Session, State
from kneecoach.domain.view import View, view
from kneecoach.domain.wall import Wall
from kneecoach.ui.choices import Choices
from kneecoach.ui.kit.buttons import DangerButton
from kneecoach.ui.kit.dialog import beside_width
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Pictures
from kneecoach.ui.player.fitting import FitLabel
from kneecoach.ui.player.geometry import Geometry, geometry, mm_per_px
from kneecoach.ui.player.keys import Act
from kneecoach.ui.player.parts import NextStrip, RoundControl, SideTag, control_names
from kneecoach.ui.player.progress import Progress
from kneecoach.ui.player.ring import Ring
from kneecoach.ui.player.stage import Stage
from kneecoach.ui.player.utilities import Utilities
from kneecoach.ui.player.words import phase_word, side_name
from kneecoach.ui.words import needs_sentence, sides_words

translate = QCoreApplication.translate

LEFT = Qt.AlignmentFlag.AlignLeft
DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
CENTRE = Qt.AlignmentFlag.AlignHCenter
_NEEDS_TOLD = 0.5  # share of the way to another exercise in which it is told what that needs


class Screen(QWidget):
    """The player's picture; buttons ask for acts, nothing here changes the session."""

    acted = Signal(object)  # Act
    full_screen_wanted = Signal()

    def __init__(
        self, look: Look, content: Content, choices: Choices, pictures: Pictures, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._catalogue, self._texts = content.catalogue, content.texts
        self._choices = choices
        self._pictures = pictures
        self._wall = Wall.READY
        self._over = False
        self.spoken = ""
        self._stage = Stage(look, pictures, self)
        self._title = self._label(700, "ink", LEFT)
        self._cue = self._label(500, "ink2", LEFT)
        self._side = SideTag(look, self)
        self._word = self._label(700, "ink", CENTRE)
        self._word.setAlignment(CENTRE | Qt.AlignmentFlag.AlignBottom)
        self._ring = Ring(look, self)
        self._progress = Progress(look, self)
        self._next = NextStrip(look, pictures, self)
        self._trouble = TextLabel(look, "", px=16, weight=600, role="danger_ink", parent=self)
        self._controls()
        self._trouble.hide()
        self._colour()
        look.changed.connect(self._colour)
        choices.changed.connect(lambda _settings: self._place())
        choices.changed.connect(lambda _settings: self.show_sound())

    @property
    def main_control(self) -> RoundControl:
        """The big button: pause, go on, count."""
        return self._pause

    def set_day(self, day: float) -> None:
        """Let the window's light fall as at that share of the day."""
        self._stage.set_day(day)

    def show_session(self, session: Session, now: int, *, flash: bool = False) -> None:
        """Show a session at a reading of the clock; `flash` brightens the wall."""
        picture = view(session, now)
        self._show_words(picture)
        self._ring.show_view(picture)
        self._progress.show_view(picture)
        self._side.show_side(picture.part.side, swap=picture.wall is Wall.SWAP)
        self.spoken = self._spoken(picture)
        scene = scene_at(session, now, self._look.reduced_motion)
        self._stage.show_from(front=self._choices.settings.from_front)
        self._stage.show_scene(scene, self.spoken, flash=flash)
        offered = self._pictures.has_two_views(picture.part.exercise)
        left = self._utilities.x()
        self._utilities.show_view(offered=offered, front=self._choices.settings.from_front)
        if self._utilities.x() != left:
            self._place()
        self._show_next(picture)
        self._show_controls(session)
        self._show_over(session.over)

    def show_sound(self) -> None:
        """Show whether cues and voice are heard."""
        self._utilities.show_hearing(self._choices.settings.hearing)

    def tell_trouble(self, trouble: JournalError | None) -> None:
        """Say in a line that the session can't be written now, or take the line away."""
        self._trouble.setVisible(trouble is not None)
        if trouble is not None:
            self._trouble.setText(self.trouble_sentence(trouble))

    def trouble_sentence(self, trouble: JournalError) -> str:
        """What stands in the way, in one sentence with what to do."""
        return self._texts.message(trouble.code, **trouble.fields)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _label(self, weight: int, role: str, align: Qt.AlignmentFlag) -> FitLabel:
        label = FitLabel(self._look, weight=weight, role=role, align=align)
        label.setParent(self)
        return label

    def _controls(self) -> None:
        look, names = self._look, control_names()
        self._pause = RoundControl(look, names["pause"], "pause", names["space"], main=True)
        self._back = RoundControl(look, names["back"], "back", "left")
        self._skip = RoundControl(look, names["skip"], "skip", "right")
        self._hurts = DangerButton(look, names["hurts"], icon="pain", key="P", px=23, height=60)
        acts = (
            (self._pause, Act.PAUSE),
            (self._back, Act.BACK),
            (self._skip, Act.SKIP),
            (self._hurts, Act.HURTS),
        )
        for button, act in acts:
            button.clicked.connect(lambda _checked=False, act=act: self.acted.emit(act))
        for control in (self._pause, self._back, self._skip, self._hurts):
            control.setParent(self)
        self._utilities = Utilities(look, self)
        self._utilities.acted.connect(self.acted)
        self._utilities.full_screen_wanted.connect(self.full_screen_wanted)
        self.show_sound()

    def _show_words(self, picture: View) -> None:
        text = self._texts.exercises[picture.part.exercise]
        self._title.show_text(text.name)
        self._cue.show_text(self._cue_of(picture))
        self._word.show_text(phase_word(picture.word))
        if picture.wall is not self._wall:
            self._wall = picture.wall
            self._colour()

    def _cue_of(self, picture: View) -> str:
        cues = self._texts.exercises[picture.part.exercise].cues
        if picture.word == "paused":
            return translate("Player", "Press Space when you are ready.")
        if picture.word == "between" and picture.progress < _NEEDS_TOLD:
            needs = self._catalogue.exercise(picture.part.exercise).needs
            wait = translate("Player", "Space: the clock waits.")
            return f"{needs_sentence(needs, self._texts)} {wait}".strip()
        for key in (picture.word, picture.pose):
            if key in cues:
                return cues[key]
        return ""

    def _colour(self) -> None:
        theme = self._look.theme
        palette = self._word.palette()
        palette.setColor(palette.ColorRole.WindowText, theme.phase_ink(self._wall))
        self._word.setPalette(palette)

    def _spoken(self, picture: View) -> str:
        """What a screen reader says at a change of phase, not each second."""
        name = self._texts.exercises[picture.part.exercise].name
        parts = (name, side_name(picture.part.side), phase_word(picture.word))
        return f"{', '.join(parts)}, {self._progress.words(picture)}"

    def _show_next(self, picture: View) -> None:
        names = control_names()
        if picture.following is None:
            self._next.show_next(names["last"], names["next"], "", picture.part.side)
            return
        part = picture.following
        name = self._texts.exercises[part.exercise].short
        line = f"{names['next']}, {sides_words((part.side,))}"
        self._next.show_next(name, line, part.exercise, part.side)

    def _show_controls(self, session: Session) -> None:
        names = control_names()
        paused = session.state is State.PAUSED
        counts = session.state is State.RUNNING and session.step.ms is None
        key = "resume" if paused else ("count" if counts else "pause")
        self._pause.set_icon({"resume": "play", "count": "pause", "pause": "pause"}[key])
        self._pause.set_key("K" if counts else names["space"])
        self._pause.set_name(names["pause" if counts else key])

    def _show_over(self, over: bool) -> None:
        """When all is over only the room and the person stay, beside the card."""
        if over is self._over:
            return
        self._over = over
        for widget in self.findChildren(QWidget, options=DIRECT):
            if widget is not self._stage and widget is not self._trouble:
                widget.setVisible(not over)
        self._place()

    def _place(self) -> None:
        if self.width() < 10:
            return
        place = self._geometry()
        self._stage.setGeometry(self.rect())
        ground = place.floor_y + 22 * place.u
        top = 112 * place.u
        frame = QRectF(place.stage.left(), top, place.stage.width(), ground - top)
        if self._over:  # the card takes the right side
            card = beside_width(self.width())
            frame.setWidth(max(200.0, self.width() - card - 40 - 2 * place.pad))
        self._stage.set_frame(frame, place.floor_y)
        right = round(self.width() - place.pad + 4)
        self._utilities.place(right, round(place.utilities.y()))
        self._place_words(place)
        self._place_ring(place)
        self._place_floor(place)

    def _geometry(self) -> Geometry:
        screen = self.screen()
        dots = screen.physicalDotsPerInch() if screen else 0.0
        mm = self._choices.settings.distance.digit_mm
        return geometry(self.width(), self.height(), mm, mm_per_px(dots))

    def _place_words(self, place: Geometry) -> None:
        u, box = place.u, place.heading
        room = min(box.width(), self._utilities.x() - box.x() - 8)
        self._title.setGeometry(QRectF(box.x(), box.y(), room, 44 * u).toRect())
        self._title.set_wanted(34 * u)
        self._cue.setGeometry(QRectF(box.x(), box.y() + 44 * u, box.width(), 30 * u).toRect())
        self._cue.set_wanted(21 * u)
        self._side.set_unit(u)
        self._side.setGeometry(place.side.toRect())
        self._word.setGeometry(place.word.toRect())
        self._word.set_wanted(96 * u)
        line = QRectF(box.x(), place.side.bottom() + 10, place.side.width() * 0.7, 60)
        self._trouble.setGeometry(line.toRect())

    def _place_ring(self, place: Geometry) -> None:
        reach = place.radius + place.stroke / 2 + 2
        box = QRectF(place.ring.x() - reach, place.ring.y() - reach, 2 * reach, 2 * reach)
        self._ring.set_sizes(place.u, place.stroke, place.digits_px)
        self._ring.setGeometry(box.toAlignedRect())
        self._progress.set_unit(place.u)
        self._progress.setGeometry(place.below.toRect())

    def _place_floor(self, place: Geometry) -> None:
        u = place.u
        self._next.set_unit(u)
        self._next.setGeometry(place.following.toRect())
        for control, offset in ((self._back, -96), (self._pause, 0), (self._skip, 96)):
            control.set_unit(u)
            x = place.controls.x() + offset * u - control.width() / 2
            control.move(round(x), round(place.controls.y() - control.radius - 5))
        self._hurts.set_size(23 * u, round(60 * u))
        hint = self._hurts.sizeHint()
        width = max(place.pain.width(), hint.width())
        right = self.width() - place.pad + 4
        self._hurts.setGeometry(
            round(right - width), round(place.pain.y()), round(width), hint.height()
        )
